using System.Globalization;
using System.Text.RegularExpressions;

namespace Jizhou.Public.Content;

/// <summary>One figure of the indicator table: the words of the plan and what they mean.</summary>
/// <param name="Year">Year it is for.</param>
/// <param name="Period">The five years it sums up, <c>2021-2025</c>; null for a figure of one year.</param>
/// <param name="Raw">The plan's own words: <c>〔17〕</c>, <c>50以上</c>, <c>完成市级下达目标</c>, <c>—</c>.</param>
/// <param name="Value">The number; null for words and for none.</param>
/// <param name="Op"><c>=</c> or <c>&gt;=</c>; null where there is no number.</param>
public sealed partial record IndicatorFigure(int Year, string? Period, string Raw, decimal? Value, string? Op)
{
    /// <summary>Reads the plan's words for a year. 〔n〕 is a sum of the five years that end with it; 以上 means at least; other words stay words.</summary>
    public static IndicatorFigure Parse(string raw, int year)
    {
        var match = Shape().Match(raw);
        if (!match.Success || !decimal.TryParse(match.Groups["number"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return new IndicatorFigure(year, null, raw, null, null);
        }

        var op = match.Groups["atLeast"].Success ? ">=" : "=";
        return new IndicatorFigure(year, match.Groups["sum"].Success ? FiveYearsTo(year) : null, raw, value, op);
    }

    /// <summary>Is this a five-year sum by its own brackets?</summary>
    public bool IsSum => Period is not null;

    /// <summary>The same figure as a five-year sum: where an indicator is one, its words and gaps are for the five years too.</summary>
    public IndicatorFigure AsSum() => this with { Period = FiveYearsTo(Year) };

    private static string FiveYearsTo(int year) => $"{year - 4}-{year}";

    [GeneratedRegex(@"^(?<sum>〔(?=.*〕$))?(?<number>\d+(\.\d+)?)(?<atLeast>以上)?〕?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shape();
}
