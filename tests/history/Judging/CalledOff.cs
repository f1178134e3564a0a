using Jizhou.Public.History.Recording;

namespace Jizhou.Public.History.Judging;

/// <summary>A stretch of the checker's clock, both ends included.</summary>
public readonly record struct Span(long From, long Until)
{
    /// <summary>Do they share an instant?</summary>
    public bool Meets(long from, long until) => From <= until && Until >= from;
}

/// <summary>What operators decided about slots, as far as the answers tell: when a slot was certainly closed, and when its bookings may have been moved.</summary>
/// <param name="calls">All calls.</param>
/// <param name="starts">The ticks at which a server began to answer after each of its starts.</param>
public sealed class CalledOff(IReadOnlyList<Call> calls, Func<int, IReadOnlyList<long>> starts)
{
    // An answer "storage unavailable" ends the server's work; a commit that was on its way to the database is done or lost long before this.
    private static readonly long OnItsWay = 5 * System.Diagnostics.Stopwatch.Frequency;

    private readonly ILookup<string, Call> _shut = Of(calls, Kind.Close, Kind.Postpone);
    private readonly ILookup<string, Call> _calledOff = Of(calls, Kind.Postpone);
    private readonly ILookup<string, Call> _opened = Of(calls, Kind.Reopen);
    private readonly Dictionary<string, IReadOnlyList<Span>> _moves = new(StringComparer.Ordinal);

    /// <summary>A later day on which nobody saw the booking before it was amended again.</summary>
    private const string Unseen = "somewhere.later.unseen";

    /// <summary>Nobody decided anything.</summary>
    public static CalledOff Nothing { get; } = new([], _ => []);

    /// <summary>Every slot somebody decided about.</summary>
    public IEnumerable<string> Slots => _shut.Select(slot => slot.Key);

    /// <summary>When bookings of a slot may have been moved, or told to wait: it had been called off, and may still have been closed.</summary>
    public IReadOnlyList<Span> Moves(string slot)
    {
        if (!_moves.TryGetValue(slot, out var spans))
        {
            spans = _calledOff.Contains(slot) ? [.. _shut[slot].Select(shut => new Span(Math.Max(shut.Start, _calledOff[slot].Min(off => off.Start)), OpenAgain(shut, slot)))] : [];
            _moves[slot] = spans;
        }

        return spans;
    }

    /// <summary>When a slot may have been closed.</summary>
    public IEnumerable<Span> MaybeShut(string slot) => _shut[slot].Select(shut => new Span(shut.Start, OpenAgain(shut, slot)));

    /// <summary>When a slot was certainly closed.</summary>
    public IEnumerable<Span> Closed(string slot) => _shut[slot].Where(shut => shut.Outcome == Outcome.Done)
        .Select(shut => new Span(shut.End, FirstMaybeOpen(shut, slot))).Where(span => span.Until >= span.From);

    /// <summary>Was the slot closed from one instant to another, without a doubt?</summary>
    public bool IsClosed(string slot, long from, long until) => Closed(slot).Any(span => span.From <= from && span.Until >= until);

    /// <summary>When a slot may have been opened again.</summary>
    public IEnumerable<Span> Openings(string slot) => _opened[slot].Select(open => new Span(open.Start, EndOf(open)));

    /// <summary>Slots that are called off when everything is over: nothing may stand there but what waits for a day with room.</summary>
    public IEnumerable<string> AtTheEnd => _calledOff.Where(slot => slot.Any(off => off.Outcome == Outcome.Done && FirstMaybeOpen(off, slot.Key) == long.MaxValue)).Select(slot => slot.Key);

    /// <summary>What an operator's part may make of a booking between two instants: moved to a later day, told to wait, or back on its own day.</summary>
    /// <param name="now">The booking.</param>
    /// <param name="from">Not before.</param>
    /// <param name="until">Not after.</param>
    /// <param name="slots">Where it may have gone, as far as somebody saw it or asked for it; it may also have been amended away from a day that nobody saw.</param>
    public IEnumerable<(Job Next, long At)> After(Job now, long from, long until, IReadOnlyCollection<string> slots)
    {
        if (now.State is "booked" or "assigned" or "postponed" && Earliest(Moves(now.Slot), from, until) is { } moved)
        {
            foreach (var slot in slots.Append(Unseen).Where(slot => string.CompareOrdinal(DayOf(slot), DayOf(now.Slot)) > 0))
            {
                yield return (now with { Slot = slot, State = "booked" }, moved);
            }

            yield return (now with { State = "postponed" }, moved);
        }

        if (now.State == "postponed" && Earliest(Openings(now.Slot), from, until) is { } opened)
        {
            yield return (now with { State = "booked" }, opened);
        }
    }

    // The sooner it happened the more may follow: the others need not be tried.
    private static long? Earliest(IEnumerable<Span> spans, long from, long until) => spans.Where(span => span.Meets(from, until)).Select(span => (long?)span.From).Min();

    private static ILookup<string, Call> Of(IReadOnlyList<Call> calls, params Kind[] kinds) => calls.Where(call => kinds.Contains(call.Kind) && call.Outcome != Outcome.Refused)
        .SelectMany(call => call.Slots.Select(slot => (slot, call))).ToLookup(pair => pair.slot, pair => pair.call, StringComparer.Ordinal);

    // Until when a closing may last: the end of the first opening that was certainly after it.
    private long OpenAgain(Call shut, string slot) => _opened[slot].Where(open => open.Outcome == Outcome.Done && open.Start > EndOf(shut)).Select(open => open.End).DefaultIfEmpty(long.MaxValue).Min();

    // From when on it may be open again: the beginning of the first opening that may have come after it.
    private long FirstMaybeOpen(Call shut, string slot) => _opened[slot].Where(open => EndOf(open) > shut.Start).Select(open => open.Start).DefaultIfEmpty(long.MaxValue).Min();

    // A decision whose answer was lost took effect, if ever, before its server was started anew.
    private long EndOf(Call call) => call.Outcome != Outcome.Unknown ? call.End
        : call.Answered > 0 ? call.Answered + OnItsWay
        : starts(call.Node).Where(start => start > call.Start).DefaultIfEmpty(long.MaxValue).Min();

    private static string DayOf(string slot) => slot.Split('.')[1];
}
