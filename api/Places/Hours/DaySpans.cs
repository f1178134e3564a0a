using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Hours;

/// <summary>A stretch of time and what the rules say of it.</summary>
/// <param name="Start">Minutes from midnight, included.</param>
/// <param name="End">Minutes from midnight, excluded; above 1440 for the night after.</param>
/// <param name="Effect">Open or unknown.</param>
/// <param name="Comment">What the hours say in words about it, or null.</param>
public readonly record struct DaySpan(int Start, int End, RuleEffect Effect, string? Comment);

/// <summary>Works out what a list of rules says about one day.</summary>
internal sealed class DaySpans(IReadOnlyList<HoursRule> rules)
{
    private readonly bool _keepsWorkingDays = HoursCalendar.KeepsWorkingDays(rules);

    /// <summary>The open and unknown stretches that begin on this day, in minutes from its midnight; all other time is closed.</summary>
    public List<DaySpan> Of(DateOnly day, Func<DateOnly, DayState> stateOf)
    {
        List<DaySpan> said = [];
        var state = stateOf(day);
        var worked = _keepsWorkingDays ? HoursCalendar.WorkedLike(day, state) : day;
        foreach (var rule in rules.Where(rule => rule.AppliesTo(day, worked, state == DayState.Holiday)))
        {
            IEnumerable<TimeSpanOfDay> spans = rule.Spans.Count > 0 ? rule.Spans : [TimeSpanOfDay.WholeDay];
            if (rule.Effect == RuleEffect.Off)
            {
                said = spans.Aggregate(said, Without);
                continue;
            }

            var comment = rule.Comment ?? (worked == day ? null : HoursCalendar.MakeupWords);
            var added = spans.Select(span => new DaySpan(span.Start, span.End, rule.Effect, comment)).ToList();
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
