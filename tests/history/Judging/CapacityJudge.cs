using Jizhou.Public.Content.Bulky;
using Jizhou.Public.History.Recording;

namespace Jizhou.Public.History.Judging;

/// <summary>
/// Judges, from the answers alone, whether a slot was ever promised to more than it takes. Only what was certainly promised counts: from the
/// acknowledgement until the first call that may have given it back, or until the promise of a hold may have run out on a server's clock.
/// </summary>
public sealed class CapacityJudge(BulkyBook book, CallLog log, CalledOff days)
{
    /// <summary>What must not be, at most one finding a slot.</summary>
    public IEnumerable<Finding> Judge(IReadOnlyList<Call> calls, IReadOnlyList<Booking> bookings)
    {
        var taken = HoldsOf(calls).Concat(BookingsOf(calls, bookings)).Where(promise => promise.Until > promise.From).ToList();
        return taken.GroupBy(promise => promise.Slot).Select(slot => Sweep(slot.Key, [.. slot])).OfType<Finding>();
    }

    /// <summary>How many promises were certain; a judge that looked at none proves nothing.</summary>
    public int Count(IReadOnlyList<Call> calls, IReadOnlyList<Booking> bookings)
        => HoldsOf(calls).Concat(BookingsOf(calls, bookings)).Count(promise => promise.Until > promise.From);

    private Finding? Sweep(string slot, List<Promise> promises)
    {
        var capacity = book.Area(slot.Split('.')[0])!.Capacity;
        var jobs = new Dictionary<string, int>(StringComparer.Ordinal);
        var litres = 0;

        // Ends come before starts of the same tick: what is certain must overlap.
        foreach (var (_, starts, promise) in promises.SelectMany(p => new[] { (At: p.From, Starts: true, p), (At: p.Until, Starts: false, p) }).OrderBy(e => e.At).ThenBy(e => e.Starts))
        {
            var sign = starts ? 1 : -1;
            litres += sign * promise.Litres;
            if ((jobs[promise.Address] = jobs.GetValueOrDefault(promise.Address) + sign) == 0)
            {
                jobs.Remove(promise.Address);
            }

            if (jobs.Count > capacity.Stops || litres > capacity.Litres)
            {
                return new(Finding.OverBooked, $"{slot} was promised to {jobs.Count} addresses and {litres} litres at once; it takes {capacity.Stops} and {capacity.Litres}");
            }
        }

        return null;
    }

    private IEnumerable<Promise> HoldsOf(IReadOnlyList<Call> calls)
    {
        var ends = calls.Where(call => call.Hold is not null && call.Kind != Kind.Hold).GroupBy(call => call.Hold!).ToDictionary(group => group.Key, group => group.Min(call => call.Start));
        var replaced = calls.Where(call => call.Kind == Kind.Hold && call.Hold!.HasDoor).ToLookup(call => call.Hold!.Address);
        foreach (var call in calls.Where(call => call is { Kind: Kind.Hold, Outcome: Outcome.Done }))
        {
            var hold = call.Hold!;
            var until = Math.Min(ends.GetValueOrDefault(hold, long.MaxValue), log.FirstAt(hold.ExpiresAt));
            foreach (var newer in replaced[hold.Address].Where(other => other != call && other.End > call.Start && other.Outcome != Outcome.Refused))
            {
                until = Math.Min(until, newer.Start); // an address has one hold: another one takes its place
            }

            until = Math.Min(until, ShutSince(hold.Slot, call.Start)); // a closed day gives back what is only held
            yield return new Promise(hold.Slot, AddressOf(hold, null), Litres(hold.Items), call.End, until);
        }
    }

    private IEnumerable<Promise> BookingsOf(IReadOnlyList<Call> calls, IReadOnlyList<Booking> bookings)
    {
        var begun = BookingsJudge.Begun(calls);
        var confirmed = calls.Where(call => call.Confirmation is not null && call.Outcome == Outcome.Done).GroupBy(call => call.Reference!).ToDictionary(group => group.Key, group => group.Min(call => call.End), StringComparer.Ordinal);
        var byReference = calls.Where(call => call.Booking is not null).ToLookup(call => call.Booking!.Reference);
        foreach (var booking in bookings.Where(booking => confirmed.ContainsKey(booking.Reference)))
        {
            var changes = byReference[booking.Reference].Where(call => call.Kind is Kind.Amend or Kind.Cancel && call.Outcome != Outcome.Refused).OrderBy(call => call.Start).ToList();
            var until = changes.Count > 0 ? changes[0].Start : long.MaxValue;
            List<Promise> promises = [Of(booking, booking.First, confirmed[booking.Reference], Math.Min(until, MovedSince(booking.First.Slot, begun[booking.From.Key].Min())))];
            promises.AddRange(byReference[booking.Reference].Where(call => call.Seen is { State: "booked" } && call.Outcome == Outcome.Done).Select(call => Of(booking, call.Seen!, call.End, StandsUntil(call, changes))));
            foreach (var promise in Joined(promises))
            {
                yield return promise;
            }
        }
    }

    // Whoever saw it there at some instant of the call knows that it stays until the next call that may change it, or until its day may be called off.
    private long StandsUntil(Call seen, List<Call> changes)
        => Math.Min(changes.Where(change => change != seen && change.End >= seen.Start).Select(change => change.Start).DefaultIfEmpty(long.MaxValue).Min(), MovedSince(seen.Seen!.Slot, seen.Start));

    // Several looks at one booking are one promise.
    private static IEnumerable<Promise> Joined(IEnumerable<Promise> promises)
    {
        Promise? last = null;
        foreach (var promise in promises.Where(promise => promise.Until > promise.From).OrderBy(promise => promise.From))
        {
            if (last is not null && promise.From <= last.Until && (promise.Slot, promise.Litres) == (last.Slot, last.Litres))
            {
                last = last with { Until = Math.Max(last.Until, promise.Until) };
                continue;
            }

            if (last is not null)
            {
                yield return last;
            }

            last = promise;
        }

        if (last is not null)
        {
            yield return last;
        }
    }

    private long MovedSince(string slot, long instant) => days.Moves(slot).Where(span => span.Until >= instant).Select(span => span.From).DefaultIfEmpty(long.MaxValue).Min();

    private long ShutSince(string slot, long instant) => days.MaybeShut(slot).Where(span => span.Until >= instant).Select(span => span.From).DefaultIfEmpty(long.MaxValue).Min();

    private Promise Of(Booking booking, Job job, long from, long until) => new(job.Slot, AddressOf(booking.From.Hold, booking.From.Phone), Litres(job.Items), from, until);

    private int Litres(string items) => Goods.Litres(items, book.Catalogue);

    private static string AddressOf(HoldTry hold, string? phone) => hold.HasDoor ? hold.Address : phone is null ? "hold " + hold.Id : "phone " + phone;

    private sealed record Promise(string Slot, string Address, int Litres, long From, long Until);
}
