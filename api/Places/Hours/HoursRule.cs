namespace Jizhou.Public.Api.Places.Hours;

/// <summary>How a rule joins the ones before it.</summary>
public enum RuleJoin
{
    /// <summary>After <c>;</c>: on its days it takes the place of what was said before.</summary>
    Replace,

    /// <summary>After <c>,</c>: it adds to what was said before.</summary>
    Add,

    /// <summary>After <c>||</c>: it fills what was left empty.</summary>
    Fallback,
}

/// <summary>What a rule says of its time.</summary>
public enum RuleEffect
{
    /// <summary>Open.</summary>
    Open,

    /// <summary><c>off</c> or <c>closed</c>.</summary>
    Off,

    /// <summary><c>unknown</c>, or only a comment.</summary>
    Unknown,
}

/// <summary>A time of one day in minutes from its midnight; the end is excluded and may lie on the next day.</summary>
/// <param name="Start">0 to 1439.</param>
/// <param name="End">Start + 1 to 2880.</param>
public readonly record struct TimeSpanOfDay(int Start, int End)
{
    /// <summary>From midnight to midnight.</summary>
    public static TimeSpanOfDay WholeDay => new(0, 1440);
}

/// <summary>One rule of an opening_hours text.</summary>
/// <param name="Join">How it joins the rules before.</param>
/// <param name="Dates">Month and date ranges, any of which must hold; empty for the whole year.</param>
/// <param name="Weeks">ISO weeks, any of which must hold; empty for all.</param>
/// <param name="Days">Weekdays and holidays; null for every day.</param>
/// <param name="Spans">Times; empty for the whole day.</param>
/// <param name="Effect">Open, off or unknown.</param>
/// <param name="Comment">Words in quotation marks.</param>
public sealed record HoursRule(
    RuleJoin Join, IReadOnlyList<DateRange> Dates, IReadOnlyList<WeekRange> Weeks, DaySelector? Days, IReadOnlyList<TimeSpanOfDay> Spans, RuleEffect Effect,
    string? Comment)
{
    /// <summary>Whether the rule speaks about this day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="worked">The day whose weekday counts: itself, but for a make-up day that is worked like another.</param>
    /// <param name="isHoliday">Whether it is a public holiday.</param>
    public bool AppliesTo(DateOnly day, DateOnly worked, bool isHoliday) =>
        (Dates.Count == 0 || Dates.Any(range => range.Contains(day)))
        && (Weeks.Count == 0 || Weeks.Any(range => range.Contains(day)))
        && (Days is null || Days.Contains(worked, isHoliday));

    /// <summary>Whether the rule says open, every day around the clock.</summary>
    public bool IsAlways => Effect == RuleEffect.Open && Dates.Count == 0 && Weeks.Count == 0 && (Days is null || Days.IsWholeWeek)
        && (Spans.Count == 0 || Spans.Any(span => span.End - span.Start >= 1440 && span.Start == 0));
}
