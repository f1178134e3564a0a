using Jizhou.Public.History.Recording;

namespace Jizhou.Public.History.Judging;

/// <summary>
/// Is there an order of the calls on one booking, in keeping with when each was asked and answered, in which every answer is right? A search over
/// orders after Wing and Gong (Testing and Verifying Concurrent Objects, 1993): an acknowledged call happened at some instant between its start and
/// its end; one with an unknown outcome happened at some instant after its start, or never.
/// </summary>
public static class BookingOrder
{
    /// <summary>Most calls it takes.</summary>
    public const int Most = 128;

    /// <summary>True when an order explains everything.</summary>
    /// <param name="first">What the booking was when it was confirmed.</param>
    /// <param name="steps">Calls on it, in any order.</param>
    /// <param name="days">What operators decided about days: a booking of a called-off day moves without a call on it.</param>
    /// <param name="since">It cannot have moved before.</param>
    public static bool Explains(Job first, IReadOnlyList<Step> steps, CalledOff? days = null, long since = long.MinValue)
    {
        var ordered = steps.OrderBy(step => step.Start).ToList();
        return ordered.Count <= Most && new Search(ordered, days ?? CalledOff.Nothing).From(first, UInt128.Zero, since);
    }

    private sealed class Search(List<Step> steps, CalledOff days)
    {
        private readonly HashSet<(UInt128 Done, Job Now, long At)> _seen = [];
        private readonly IReadOnlyCollection<string> _slots = [.. steps.SelectMany(step => step.Slots).Distinct(StringComparer.Ordinal)];

        public bool From(Job now, UInt128 done, long at)
        {
            if (!steps.Where((step, i) => !step.MayBeMissing && !Has(done, i)).Any())
            {
                return true;
            }

            if (!_seen.Add((done, now, at)))
            {
                return false;
            }

            var firstEnd = steps.Where((step, i) => !step.MayBeMissing && !Has(done, i)).Min(step => step.End);
            for (var i = 0; i < steps.Count && steps[i].Start <= firstEnd; i++)
            {
                // What may never have happened and would change nothing need not be tried: otherwise ten lost cancellations are a thousand orders.
                if (!Has(done, i) && steps[i].Next(now) is { } next && !(steps[i].MayBeMissing && next == now) && From(next, done | (UInt128.One << i), Math.Max(at, steps[i].Start)))
                {
                    return true;
                }
            }

            return days.After(now, at, firstEnd, _slots).Any(moved => From(moved.Next, done, Math.Max(at, moved.At)));
        }

        private static bool Has(UInt128 done, int i) => (done >> i & UInt128.One) != UInt128.Zero;
    }
}

/// <summary>One call on a booking as the search sees it.</summary>
/// <param name="Start">Not before.</param>
/// <param name="End">Not after.</param>
/// <param name="MayBeMissing">Its outcome is unknown: it may never have happened.</param>
/// <param name="Next">The booking after it; null when the answer would be wrong for a booking like this.</param>
public sealed record Step(long Start, long End, bool MayBeMissing, Func<Job, Job?> Next)
{
    private static readonly string[] Closed = ["collected", "partly-collected", "not-collected"];

    /// <summary>Slots it speaks of: where a booking may have been.</summary>
    public IReadOnlyList<string> Slots { get; init; } = [];

    /// <summary>The step of a call; null when the call says nothing about the booking.</summary>
    /// <param name="call">The call.</param>
    /// <param name="days">Onto a day that was closed all the time, nothing can be amended.</param>
    public static Step? Of(Call call, CalledOff? days = null)
    {
        var isShut = call.Change?.Slot is { } slot && days?.IsClosed(slot, call.Start, call.End) == true;
        return Bare(call, isShut) is { } step ? step with { Slots = [.. new[] { call.Seen?.Slot, call.Change?.Slot }.OfType<string>()] } : null;
    }

    private static Step? Bare(Call call, bool isShut) => (call.Kind, call.Outcome) switch
    {
        (Kind.Read or Kind.LookUp, Outcome.Done) => Sees(call),
        (Kind.Amend, Outcome.Done) => new(call.Start, call.End, false, now => IsOpen(now) && Amended(now, call.Change!) is var then && then == call.Seen && then != now && !(isShut && then.Slot != now.Slot) ? then : null),
        (Kind.Amend, Outcome.Unknown) => new(call.Start, long.MaxValue, true, now => IsOpen(now) ? Amended(now, call.Change!) : null),
        (Kind.Amend, Outcome.Refused) => Refused(call),
        (Kind.Cancel, Outcome.Done) => new(call.Start, call.End, false, now => Cancelled(now) is { } then && then == call.Seen ? then : null),
        (Kind.Cancel, Outcome.Unknown) => new(call.Start, long.MaxValue, true, Cancelled),
        _ => null,
    };

    /// <summary>A look at the booking that saw this.</summary>
    public static Step Sees(long start, long end, Job seen) => new(start, end, false, now => now == seen ? now : null) { Slots = [seen.Slot] };

    private static Step Sees(Call call) => Sees(call.Start, call.End, call.Seen!);

    private static Step? Refused(Call call) => call.Code switch
    {
        "nothing_changed" => new(call.Start, call.End, false, now => IsOpen(now) && Amended(now, call.Change!) == now ? now : null),
        "booking_not_open" => new(call.Start, call.End, false, now => IsOpen(now) ? null : now),
        "slot_full" => new(call.Start, call.End, false, now => IsOpen(now) ? now : null),
        _ => null,
    };

    private static bool IsOpen(Job job) => job.State != "cancelled" && !Closed.Contains(job.State);

    // One that waited for a day with room is booked again when its resident chooses one.
    private static Job Amended(Job now, Change change) => now with
    {
        Slot = change.Slot ?? now.Slot,
        Items = change.Items ?? now.Items,
        Note = change.Note ?? now.Note,
        State = change.Slot is null || change.Slot == now.Slot ? now.State : "booked",
    };

    private static Job? Cancelled(Job now) => Closed.Contains(now.State) ? null : now with { State = "cancelled" };
}
