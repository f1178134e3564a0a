namespace Jizhou.Public.Api.Places.Hours;

/// <summary>
/// Opening hours in the OpenStreetMap syntax. A text that cannot be read is kept and answers "unknown": hours never refuse a
/// place. Times are half-open: at the minute of closing the place is closed.
/// </summary>
public sealed class OpeningHours
{
    private const int LookAheadDays = 400; // finds the next season, and ends for hours that never open again

    private readonly IReadOnlyList<HoursRule> _rules;
    private readonly bool _always;

    private OpeningHours(string words, IReadOnlyList<HoursRule> rules)
    {
        (Words, _rules) = (words, rules);
        _always = rules.Count == 1 && rules[0].IsAlways;
    }

    /// <summary>No hours on record.</summary>
    public static OpeningHours None { get; } = new("", []);

    /// <summary>The text as it was written; empty when there is none.</summary>
    public string Words { get; }

    /// <summary>Whether the text could be read.</summary>
    public bool IsUnderstood => _rules.Count > 0;

    /// <summary>The rules, for words about them.</summary>
    internal IReadOnlyList<HoursRule> Rules => _rules;

    /// <summary>Reads a text; null, blank and unreadable ones become unknown hours.</summary>
    public static OpeningHours Parse(string? text)
    {
        var words = text?.Trim() ?? "";
        return words.Length == 0 ? None : new OpeningHours(words, HoursParser.Parse(words) ?? []);
    }

    /// <summary>Whether the place is open at an instant, and what comes next.</summary>
    /// <param name="instant">Any offset; hours are Jizhou's wall clock, +08:00.</param>
    /// <param name="isHoliday">Whether a day is a public holiday, for <c>PH</c>.</param>
    public OpenAnswer StateAt(DateTimeOffset instant, Func<DateOnly, bool> isHoliday)
    {
        var now = instant.ToOffset(TimeSpan.FromHours(8));
        var today = DateOnly.FromDateTime(now.DateTime);
        var midnight = At(today.AddDays(1), 0);
        if (_always || !IsUnderstood)
        {
            return new OpenAnswer(_always ? OpenState.Always : OpenState.Unknown, null, null, _always ? _rules[0].Comment : null, midnight);
        }

        var spans = Around(today, isHoliday);
        var minute = (int)Math.Floor(now.TimeOfDay.TotalMinutes);
        var (state, comment) = StateOf(spans, minute);
        var change = Change(today, minute, state, isHoliday);
        var next = spans.SelectMany(span => new[] { span.Start, span.End }).Where(edge => edge > minute && edge < 1440).DefaultIfEmpty(1440).Min();
        return new OpenAnswer(
            state, state == OpenState.Open ? change : null, state == OpenState.Open ? null : change, comment, At(today, next));
    }

    /// <summary>Minutes open from one midnight (included) to another (excluded).</summary>
    public int OpenMinutes(DateOnly from, DateOnly to, Func<DateOnly, bool> isHoliday)
    {
        var minutes = 0;
        for (var day = from; day < to; day = day.AddDays(1))
        {
            var spans = Around(day, isHoliday);
            minutes += Enumerable.Range(0, 1440).Count(minute => StateOf(spans, minute).State == OpenState.Open);
        }

        return minutes;
    }

    /// <summary>The first moment after this minute at which being open begins (when it is not open) or ends (when it is).</summary>
    private DateTimeOffset? Change(DateOnly today, int minute, OpenState state, Func<DateOnly, bool> isHoliday)
    {
        for (var ahead = 0; ahead <= LookAheadDays; ahead++)
        {
            var day = today.AddDays(ahead);
            var spans = Around(day, isHoliday);
            var edges = spans.SelectMany(span => new[] { span.Start, span.End }).Append(0)
                .Where(edge => edge is >= 0 and < 1440 && (ahead > 0 || edge > minute)).Order();
            foreach (var edge in edges)
            {
                if ((StateOf(spans, edge).State == OpenState.Open) != (state == OpenState.Open))
                {
                    return At(day, edge);
                }
            }
        }

        return null;
    }

    /// <summary>What the rules say about a day, the night before included.</summary>
    private List<DaySpan> Around(DateOnly day, Func<DateOnly, bool> isHoliday)
    {
        var before = DaySpans.Of(_rules, day.AddDays(-1), isHoliday)
            .Where(span => span.End > 1440)
            .Select(span => span with { Start = Math.Max(0, span.Start - 1440), End = span.End - 1440 });
        return [.. before, .. DaySpans.Of(_rules, day, isHoliday)];
    }

    /// <summary>Open wins over unknown, unknown over closed.</summary>
    private static (OpenState State, string? Comment) StateOf(List<DaySpan> spans, int minute)
    {
        (OpenState State, string? Comment) found = (OpenState.Closed, null);
        foreach (var span in spans)
        {
            if (minute < span.Start || minute >= span.End)
            {
                continue;
            }

            if (span.Effect == RuleEffect.Open)
            {
                return (OpenState.Open, span.Comment);
            }

            found = (OpenState.Unknown, span.Comment);
        }

        return found;
    }

    private static DateTimeOffset At(DateOnly day, int minute) =>
        new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8)).AddMinutes(minute);
}
