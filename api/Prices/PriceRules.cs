using System.Globalization;

namespace Jizhou.Public.Api.Prices;

/// <summary>How prices stand: nothing is worked out between two of them, and what is old is called old.</summary>
public static class PriceRules
{
    /// <summary>So many days a price counts as current.</summary>
    public const int FreshDays = 30;

    /// <summary>What is said when nobody published any.</summary>
    public const string None = "未公布";

    /// <summary>Units a price may be for.</summary>
    public static IReadOnlyList<string> Units { get; } = ["公斤", "斤", "吨", "个", "台", "辆"];

    /// <summary>Fen as yuan with two digits.</summary>
    public static string Yuan(long fen) => (fen / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>The newest of every material, quality, unit and place, by material and unit; the older ones stay in the data.</summary>
    public static IReadOnlyList<Price> Latest(IEnumerable<Price> prices) =>
    [
        .. prices.GroupBy(price => (price.Material, price.Quality, price.Unit, price.Place)).Select(same => same.MaxBy(price => price.Day)!)
            .OrderBy(price => price.Unit, StringComparer.Ordinal).ThenBy(price => price.Material, StringComparer.Ordinal)
            .ThenBy(price => price.Quality, StringComparer.Ordinal).ThenBy(price => price.Place, StringComparer.Ordinal),
    ];
}
