using Jizhou.Public.Api.Platform.Formats;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Indicators.Formats;

/// <summary>The indicators as a table, one row each.</summary>
public static class IndicatorCsv
{
    /// <summary>The table. <c>…_op</c> is written <c>exactly</c> or <c>at-least</c>, because a field that begins with = is a formula to a spreadsheet.</summary>
    public static CsvText Of(IReadOnlyList<Indicator> indicators)
    {
        var table = new CsvText("id", "no", "group", "name", "unit", "cumulative",
            "baseline_year", "baseline_period", "baseline_raw", "baseline_value", "baseline_op",
            "target_year", "target_period", "target_raw", "target_value", "target_op",
            "attribute", "department_ids", "departments", "departments_raw", "source", "checked_on", "note");
        foreach (var i in indicators)
        {
            var (before, goal) = (i.Baseline, i.Target);
            table.Row(i.Id, i.No, i.Group, i.Name, i.Unit, i.Cumulative,
                before.Year, before.Period, before.Raw, before.Value, Op(before),
                goal.Year, goal.Period, goal.Raw, goal.Value, Op(goal),
                i.Attribute, Joined(i, d => d.Id), Joined(i, d => d.Name), Joined(i, d => d.Raw),
                i.Citation.Document, i.Citation.CheckedOn, i.Note);
        }

        return table;
    }

    private static string? Op(IndicatorFigure figure) => figure.Op switch
    {
        "=" => "exactly",
        ">=" => "at-least",
        _ => null,
    };

    private static string Joined(Indicator indicator, Func<OfficeMention, string> part) => string.Join('、', indicator.Departments.Select(part));
}
