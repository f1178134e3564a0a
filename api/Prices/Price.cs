namespace Jizhou.Public.Api.Prices;

/// <summary>What a recyclable was paid for, somewhere, on a day, as an editor entered it.</summary>
/// <param name="Material">Code of content/data/places/materials.yaml.</param>
/// <param name="Quality">Which sort, such as 黄板纸、干净; never blank.</param>
/// <param name="Unit">One of <see cref="PriceRules.Units"/>.</param>
/// <param name="LowFen">Lowest price of a unit, in fen.</param>
/// <param name="HighFen">Highest price of a unit, in fen; not below the lowest.</param>
/// <param name="Place">Where it was paid.</param>
/// <param name="Day">On which day.</param>
/// <param name="Source">Where the editor has it from.</param>
public sealed record Price(string Material, string Quality, string Unit, long LowFen, long HighFen, string Place, DateOnly Day, string Source)
{
    /// <summary>The range in yuan: 1.20～1.50, or one amount when both are the same.</summary>
    public string Range => LowFen == HighFen ? PriceRules.Yuan(LowFen) : $"{PriceRules.Yuan(LowFen)}～{PriceRules.Yuan(HighFen)}";

    /// <summary>Older than 30 days on a day?</summary>
    public bool IsExpiredOn(DateOnly today) => today.DayNumber - Day.DayNumber > PriceRules.FreshDays;
}

/// <summary>A price on record.</summary>
/// <param name="Number">Its number in the database.</param>
/// <param name="Price">The price.</param>
public sealed record KnownPrice(long Number, Price Price);
