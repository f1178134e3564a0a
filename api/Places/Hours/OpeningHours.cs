using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Hours;

/// <summary>
/// Opening hours in the OpenStreetMap syntax. A text that cannot be read is kept and answers "unknown": hours never refuse a
/// place. Times are half-open: at the minute of closing the place is closed.
/// </summary>
public sealed class OpeningHours
{
    private const int LookAheadDays = 400; // finds the next season, and ends for hours that never open again

    private readonly IReadOnlyList<HoursRule> _rules;
    private readonly DaySpans _spans;
    private readonly EventDays? _days;
    private readonly bool _always;

    private OpeningHours(string words, IReadOnlyList<HoursRule> rules, EventDays? days = null)
    {
        (Words, _rules, _days, _spans) = (words, rules, days, new DaySpans(rules));
        _always = days is null && rules.Count == 1 && rules[0].IsAlways;
    }

    /// <summary>No hours on record.</summary>
    public static OpeningHours None { get; } = new("", []);

    /// <summary>The text as it was written; empty when there is none.</summary>
    public string Words { get; }

    /// <summary>Whether the text could be read.</summary>
    public bool IsUnderstood => _rules.Count > 0;

    /// <summary>Whether they hold on some days only.</summary>
    public bool HasDays => _days is not null;

    /// <summary>The rules, for words about them.</summary>
    internal IReadOnlyList<HoursRule> Rules => _rules;

    /// <summary>Reads a text; null, blank and unreadable ones become unknown hours.</summary>
    public static OpeningHours Parse(string? text)
    {
        var words = text?.Trim() ?? "";
        return words.Length == 0 ? None : new OpeningHours(words, HoursParser.Parse(words) ?? []);
    }

    /// <summary>The same hours, but only on these days; without readable hours those days are unknown and all others closed.</summary>
    public OpeningHours OnlyOn(EventDays days) => days.IsKnown ? new OpeningHours(Words, _rules, days) : this;

    /// <summary>Whether the place is open at an instant, and what comes next.</summary>
    /// <param name="instant">Any offset; hours are Jizhou's wall clock, +08:00.</param>
    /// <param name="stateOf">What kind of day a day is: for <c>PH</c> and make-up days.</param>
    public OpenAnswer StateAt(DateTimeOffset instant, Func<DateOnly, DayState> stateOf)
    {
        var now = instant.ToOffset(TimeSpan.FromHours(8));
        var today = DateOnly.FromDateTime(now.DateTime);
        var midnight = At(today.AddDays(1), 0);
        if (_always || (!IsUnderstood && _days is null))
        {
            return new OpenAnswer(_always ? OpenState.Always : OpenState.Unknown, null, null, _always ? _rules[0].Comment : null, midnight);
        }

        var spans = Around(today, stateOf);
        var minute = (int)Math.Floor(now.TimeOfDay.TotalMinutes);
        var (state, comment) = StateOf(spans, minute);
        var change = Change(today, minute, state, stateOf);
        var next = spans.SelectMany(span => new[] { span.Start, span.End }).Where(edge => edge > minute && edge < 1440).DefaultIfEmpty(1440).Min();
        return new OpenAnswer(
            state, state == OpenState.Open ? change : null, state == OpenState.Open ? null : change, comment, At(today, next));
    }

    /// <summary>The stretches of one day, in minutes from its midnight, on which it is open or may be; all other time it is closed.</summary>
    public IReadOnlyList<DaySpan> On(DateOnly day, Func<DateOnly, DayState> stateOf)
    {
        var spans = Around(day, stateOf);
        var edges = spans.SelectMany(span => new[] { span.Start, span.End }).Append(1440).Where(edge => edge is >= 0 and <= 1440).Distinct().Order().ToList();
        List<DaySpan> said = [];
        foreach (var (from, to) in edges.Zip(edges.Skip(1)))
        {
            var (state, comment) = StateOf(spans, from);
            var effect = state == OpenState.Open ? RuleEffect.Open : RuleEffect.Unknown;
            if (state == OpenState.Closed)
            {
                continue;
            }

            if (said is [.., var last] && last.End == from && last.Effect == effect && last.Comment == comment)
            {
                said[^1] = last with { End = to };
                continue;
            }

            said.Add(new DaySpan(from, to, effect, comment));
        }

        return said;
    }

    /// <summary>Minutes open from one midnight (included) to another (excluded).</summary>
    public int OpenMinutes(DateOnly from, DateOnly to, Func<DateOnly, DayState> stateOf)
    {
        var minutes = 0;
        for (var day = from; day < to; day = day.AddDays(1))
        {
            var spans = Around(day, stateOf);
            minutes += Enumerable.Range(0, 1440).Count(minute => StateOf(spans, minute).State == OpenState.Open);
        }

        return minutes;
    }

    /// <summary>The next days on which it opens or may open, today included while that is still to come or on; at most <paramref name="count"/> within 400 days.</summary>
    public IReadOnlyList<DateOnly> ComingDays(DateTimeOffset instant, int count, Func<DateOnly, DayState> stateOf)
    {
        var now = instant.ToOffset(TimeSpan.FromHours(8));
        var today = DateOnly.FromDateTime(now.DateTime);
        var days = _days?.From(today, count + 1) ?? Enumerable.Range(0, LookAheadDays).Select(today.AddDays);
        return [.. days.Where(day => Begun(day, stateOf).Exists(span => day > today || span.End > now.TimeOfDay.TotalMinutes)).Take(count)];
    }

    /// <summary>The first moment after this minute at which being open begins (when it is not open) or ends (when it is).</summary>
    private DateTimeOffset? Change(DateOnly today, int minute, OpenState state, Func<DateOnly, DayState> stateOf)
    {
        for (var ahead = 0; ahead <= LookAheadDays; ahead++)
        {
            var day = today.AddDays(ahead);
            var spans = Around(day, stateOf);
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
    private List<DaySpan> Around(DateOnly day, Func<DateOnly, DayState> stateOf)
    {
        var before = Begun(day.AddDays(-1), stateOf)
            .Where(span => span.End > 1440)
            .Select(span => span with { Start = Math.Max(0, span.Start - 1440), End = span.End - 1440 });
        return [.. before, .. Begun(day, stateOf)];
    }

    /// <summary>What begins on a day.</summary>
    private List<DaySpan> Begun(DateOnly day, Func<DateOnly, DayState> stateOf)
    {
        if (_days?.Contains(day) == false)
        {
            return [];
        }

        return IsUnderstood ? _spans.Of(day, stateOf) : [new DaySpan(0, 1440, RuleEffect.Unknown, null)];
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
