namespace Jizhou.Public.Content.Bulky;

/// <summary>What can be booked, and what is refused with the right destination.</summary>
/// <param name="Sample">True while volumes and maxima are samples (示例).</param>
/// <param name="Categories">Groups, in the order people see them.</param>
/// <param name="Items">Items, in the order of the file; codes are unique.</param>
public sealed record BulkyCatalogue(bool Sample, IReadOnlyList<BulkyCategory> Categories, IReadOnlyList<BulkyItem> Items)
{
    /// <summary>The item with this code; null when there is none.</summary>
    public BulkyItem? Item(string code) => Items.FirstOrDefault(i => i.Code == code);

    /// <summary>Volume of the smallest thing that can be booked.</summary>
    public int SmallestLitres => Items.Where(i => i.Bookable).Min(i => i.Litres);
}

/// <summary>A group of items.</summary>
/// <param name="Code">Code on the wire.</param>
/// <param name="Name">What people read.</param>
public sealed record BulkyCategory(string Code, string Name);

/// <summary>One kind of thing.</summary>
/// <param name="Code">Code on the wire.</param>
/// <param name="Name">What people read.</param>
/// <param name="Aliases">Other names people search by.</param>
/// <param name="Category">Code of its group.</param>
/// <param name="Unit">Chinese measure word (件, 袋); null when it cannot be booked.</param>
/// <param name="Litres">Volume of one; 0 when it cannot be booked.</param>
/// <param name="MaxPerBooking">Most in one booking; 0 when it cannot be booked.</param>
/// <param name="Prepare">What to do before the truck comes.</param>
/// <param name="Reuse">Whom to ask first when it is still good.</param>
/// <param name="Refusal">Why it is never taken and where it goes; null for what can be booked.</param>
public sealed record BulkyItem(string Code, string Name, IReadOnlyList<string> Aliases, string Category, string? Unit, int Litres,
    int MaxPerBooking, string? Prepare, string? Reuse, BulkyItemRefusal? Refusal)
{
    /// <summary>Can it be booked?</summary>
    public bool Bookable => Refusal is null;
}

/// <summary>A safety stop.</summary>
/// <param name="Reason">Why the truck cannot take it.</param>
/// <param name="GoTo">Where it goes instead.</param>
/// <param name="Link">Guide that explains it, as a site path.</param>
public sealed record BulkyItemRefusal(string Reason, string GoTo, string Link);
