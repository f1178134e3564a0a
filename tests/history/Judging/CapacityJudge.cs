using Jizhou.Public.Content.Bulky;
using Jizhou.Public.History.Recording;

namespace Jizhou.Public.History.Judging;

/// <summary>
/// Judges, from the answers alone, whether a slot was ever promised to more than it takes. Only what was certainly promised counts: from the
/// acknowledgement until the first call that may have given it back, or until the promise of a hold may have run out on a server's clock.
/// </summary>
public sealed class CapacityJudge(BulkyBook book, CallLog log)
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

            yield return new Promise(hold.Slot, AddressOf(hold, null), Litres(hold.Items), call.End, until);
        }
    }

    private IEnumerable<Promise> BookingsOf(IReadOnlyList<Call> calls, IReadOnlyList<Booking> bookings)
    {
        var confirmed = calls.Where(call => call.Confirmation is not null && call.Outcome == Outcome.Done).GroupBy(call => call.Reference!).ToDictionary(group => group.Key, group => group.Min(call => call.End), StringComparer.Ordinal);
        var changes = calls.Where(call => call.Kind is Kind.Amend or Kind.Cancel && call.Outcome != Outcome.Refused).ToLookup(call => call.Booking!.Reference);
        foreach (var booking in bookings.Where(booking => confirmed.ContainsKey(booking.Reference)))
        {
            var ordered = changes[booking.Reference].OrderBy(call => call.Start).ToList();
            yield return Of(booking, booking.First, confirmed[booking.Reference], ordered.Count > 0 ? ordered[0].Start : long.MaxValue);
            for (var i = 0; i < ordered.Count; i++)
            {
                var call = ordered[i];
                var alone = ordered.TrueForAll(other => other == call || other.End < call.Start || other.Start > call.End);
                if (alone && call is { Kind: Kind.Amend, Outcome: Outcome.Done })
                {
                    yield return Of(booking, call.Seen!, call.End, i + 1 < ordered.Count ? ordered[i + 1].Start : long.MaxValue);
                }
            }
        }
    }

    private Promise Of(Booking booking, Job job, long from, long until) => new(job.Slot, AddressOf(booking.From.Hold, booking.From.Phone), Litres(job.Items), from, until);

    private int Litres(string items) => Goods.Litres(items, book.Catalogue);

    private static string AddressOf(HoldTry hold, string? phone) => hold.HasDoor ? hold.Address : phone is null ? "hold " + hold.Id : "phone " + phone;

    private sealed record Promise(string Slot, string Address, int Litres, long From, long Until);
}
