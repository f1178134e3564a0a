namespace Jizhou.Public.Api.Places.Hours;

/// <summary>
/// Reads the part of the OpenStreetMap opening_hours syntax that real data uses: rules joined by <c>;</c>, <c>,</c> or <c>||</c>, each with
/// dates (<see cref="DateReader"/>), days (<see cref="DayReader"/>), times (<see cref="SpanReader"/>), an effect and a comment. It answers
/// null for anything else: better no hours than wrong ones.
/// </summary>
public sealed class HoursParser
{
    private readonly HoursScanner _scan;

    private HoursParser(string text) => _scan = new HoursScanner(text);

    /// <summary>All rules of a text, or null when any part of it cannot be read. Full-width signs are read as the plain ones.</summary>
    public static IReadOnlyList<HoursRule>? Parse(string text) => new HoursParser(Plain(text)).Rules();

    private static string Plain(string text) => text.Contains('"', StringComparison.Ordinal)
        ? text // a comment keeps its signs
        : text.Replace('；', ';').Replace('，', ',').Replace('：', ':').Replace('～', '-').Replace('~', '-');

    private List<HoursRule>? Rules()
    {
        List<HoursRule> rules = [];
        var join = RuleJoin.Replace;
        while (!_scan.IsAtEnd)
        {
            if (Rule(join) is not { } rule)
            {
                return null;
            }

            rules.Add(rule);
            if (_scan.IsAtEnd)
            {
                break;
            }

            if (NextJoin() is not { } next)
            {
                return null;
            }

            join = next;
        }

        return rules.Count > 0 ? rules : null;
    }

    private RuleJoin? NextJoin()
    {
        if (_scan.Take(";"))
        {
            return RuleJoin.Replace;
        }

        if (_scan.Take("||"))
        {
            return RuleJoin.Fallback;
        }

        return _scan.Take(",") ? RuleJoin.Add : null;
    }

    private HoursRule? Rule(RuleJoin join)
    {
        var start = _scan.At;
        if (When() is not { } when)
        {
            return null;
        }

        var effect = Effect();
        var commented = _scan.TakeQuoted(out var comment);
        if (_scan.At == start)
        {
            return null;
        }

        var onlyWords = commented && effect is null && when.Spans.Count == 0;
        return new HoursRule(join, when.Dates, when.Weeks, when.Days, when.Spans, onlyWords ? RuleEffect.Unknown : effect ?? RuleEffect.Open, commented ? comment : null);
    }

    private (IReadOnlyList<DateRange> Dates, IReadOnlyList<WeekRange> Weeks, DaySelector? Days, IReadOnlyList<TimeSpanOfDay> Spans)? When()
    {
        if (_scan.Take("24/7"))
        {
            return ([], [], null, [TimeSpanOfDay.WholeDay]);
        }

        if (DateReader.Read(_scan) is not { } dates || DateReader.ReadWeeks(_scan) is not { } weeks)
        {
            return null;
        }

        _scan.Take(":");
        var days = DayReader.Read(_scan);
        _scan.Take(":");
        return SpanReader.Read(_scan) is { } spans ? (dates, weeks, days, spans) : null;
    }

    private RuleEffect? Effect()
    {
        if (_scan.Take("off") || _scan.Take("closed"))
        {
            return RuleEffect.Off;
        }

        if (_scan.Take("unknown"))
        {
            return RuleEffect.Unknown;
        }

        return _scan.Take("open") ? RuleEffect.Open : null;
    }
}
