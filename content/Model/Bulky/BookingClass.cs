namespace Jizhou.Public.Content.Bulky;

/// <summary>Who books: 居民, 农家院及个体, 单位.</summary>
/// <param name="Code">Code on the wire.</param>
/// <param name="Name">What people read.</param>
/// <param name="Hint">Who belongs to it, in a sentence.</param>
/// <param name="Tariff">Code of its tariff.</param>
/// <param name="Weekdays">Days on which it is served; empty for every day of the area.</param>
/// <param name="Limits">The most that one booking, address or phone may have.</param>
/// <param name="Refused">What it cannot book, and the right channel.</param>
/// <param name="Sample">True while the numbers are samples (示例).</param>
public sealed record BookingClass(string Code, string Name, string Hint, string Tariff, IReadOnlyList<DayOfWeek> Weekdays, BulkyLimits Limits,
    IReadOnlyList<ClassRefusal> Refused, bool Sample)
{
    /// <summary>Is it served on this weekday?</summary>
    public bool Runs(DayOfWeek day) => Weekdays.Count == 0 || Weekdays.Contains(day);

    /// <summary>Why it cannot book an item, whatever the catalogue says; null when the class has nothing against it.</summary>
    public ClassRefusal? Refuses(BulkyItem item) => Refused.FirstOrDefault(
        r => r.Items.Contains(item.Code, StringComparer.Ordinal) || r.Services.Contains(item.Category, StringComparer.Ordinal));
}

/// <summary>What a class cannot book.</summary>
/// <param name="Services">Codes of services it cannot book at all.</param>
/// <param name="Items">Codes of single items.</param>
/// <param name="Refusal">Why, and where it goes.</param>
public sealed record ClassRefusal(IReadOnlyList<string> Services, IReadOnlyList<string> Items, BulkyItemRefusal Refusal);

/// <summary>The most that is accepted of a class.</summary>
/// <param name="Lines">Different items in one booking.</param>
/// <param name="Litres">Volume of one booking.</param>
/// <param name="OpenPerAddress">Bookings of one address that are still to be collected.</param>
/// <param name="OpenPerPhone">The same for one phone number.</param>
public sealed record BulkyLimits(int Lines, int Litres, int OpenPerAddress, int OpenPerPhone);
