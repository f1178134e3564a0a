namespace Jizhou.Public.Api.Places.Hours;

/// <summary>A stretch of time and what the rules say of it.</summary>
internal readonly record struct DaySpan(int Start, int End, RuleEffect Effect, string? Comment);

/// <summary>Works out what a list of rules says about one day.</summary>
internal static class DaySpans
{
    /// <summary>The open and unknown stretches that begin on this day, in minutes from its midnight; all other time is closed.</summary>
    public static List<DaySpan> Of(IReadOnlyList<HoursRule> rules, DateOnly day, Func<DateOnly, bool> isHoliday)
    {
        List<DaySpan> said = [];
        foreach (var rule in rules.Where(rule => rule.AppliesTo(day, isHoliday)))
        {
            IEnumerable<TimeSpanOfDay> spans = rule.Spans.Count > 0 ? rule.Spans : [TimeSpanOfDay.WholeDay];
            if (rule.Effect == RuleEffect.Off)
            {
                said = spans.Aggregate(said, Without);
                continue;
            }

            var added = spans.Select(span => new DaySpan(span.Start, span.End, rule.Effect, rule.Comment)).ToList();
            said = rule.Join switch
            {
                RuleJoin.Replace => added,
                RuleJoin.Add => [.. said, .. added],
                _ => [.. said, .. said.Aggregate(added, (rest, span) => Without(rest, new TimeSpanOfDay(span.Start, span.End)))],
            };
        }

        return said;
    }

    private static List<DaySpan> Without(List<DaySpan> spans, TimeSpanOfDay cut) =>
    [
        .. from span in spans
           from part in new[] { span with { End = Math.Min(span.End, cut.Start) }, span with { Start = Math.Max(span.Start, cut.End) } }
           where part.Start < part.End
           select part,
    ];
}
