using Jizhou.Public.History.Recording;

namespace Jizhou.Public.History.Judging;

/// <summary>Judges, from the answers alone, every booking by itself: nothing lost, doubled or half done.</summary>
public static class BookingsJudge
{
    /// <summary>What must not be.</summary>
    public static IEnumerable<Finding> Judge(IReadOnlyList<Call> calls, IReadOnlyList<Booking> bookings, CalledOff days)
        => [.. Keys(calls), .. Holds(calls), .. Orders(calls, bookings, days), .. Shut(calls, days), .. Misses(calls), .. Surprises(calls)];

    /// <summary>One key, one answer.</summary>
    private static IEnumerable<Finding> Keys(IReadOnlyList<Call> calls)
    {
        foreach (var key in calls.Where(call => call.Confirmation is not null).GroupBy(call => call.Confirmation!.Key))
        {
            var done = key.Where(call => call.Outcome == Outcome.Done).ToList();
            if (done.Any(call => !call.Body!.AsSpan().SequenceEqual(done[0].Body)))
            {
                yield return new(Finding.Doubled, $"key {key.Key} was answered {done.Select(call => Convert.ToBase64String(call.Body!)).Distinct(StringComparer.Ordinal).Count()} ways");
            }

            foreach (var other in done.Where(call => call.OtherBody && done.Exists(same => !same.OtherBody)))
            {
                yield return new(Finding.Doubled, $"key {key.Key} booked {other.Reference} with two bodies");
            }

            var firstDone = done.Count > 0 ? done.Min(call => call.End) : long.MaxValue;
            foreach (var later in key.Where(call => call.Start > firstDone && call.Outcome == Outcome.Refused && call.Code != "busy"))
            {
                var inFlight = later.Code == "idempotency_key_in_flight" && key.Any(call => call != later && call.Start < later.End && (call.End > later.Start || call.Outcome == Outcome.Unknown));
                if (!(later.OtherBody && later.Code == "idempotency_key_reused") && !inFlight)
                {
                    yield return new(Finding.Lost, $"key {key.Key} was answered 201, then {later.Status} {later.Code}");
                }
            }
        }
    }

    /// <summary>One hold, one booking; "already used" only of a hold that somebody confirmed.</summary>
    private static IEnumerable<Finding> Holds(IReadOnlyList<Call> calls)
    {
        foreach (var hold in calls.Where(call => call.Confirmation is not null).GroupBy(call => call.Hold!.Id))
        {
            var references = hold.Where(call => call.Outcome == Outcome.Done).Select(call => call.Reference).Distinct(StringComparer.Ordinal).ToList();
            if (references.Count > 1)
            {
                yield return new(Finding.Doubled, $"hold {hold.Key} became {string.Join(" and ", references)}");
            }

            foreach (var used in hold.Where(call => call.Code == "hold_used"))
            {
                // The same key's own unknown try does not excuse it: then the first answer would have been kept.
                if (!hold.Any(call => call.Start < used.End && call.Confirmation!.Key != used.Confirmation!.Key && call.Outcome != Outcome.Refused))
                {
                    yield return new(Finding.HalfDone, $"hold {hold.Key} is used, but no answer is kept for its only key: {Story(hold)}");
                }
            }
        }
    }

    /// <summary>The earliest instant at which a booking can have been made.</summary>
    public static ILookup<string, long> Begun(IReadOnlyList<Call> calls) => calls.Where(call => call.Confirmation is not null).ToLookup(call => call.Confirmation!.Key, call => call.Start, StringComparer.Ordinal);

    private static IEnumerable<Finding> Orders(IReadOnlyList<Call> calls, IReadOnlyList<Booking> bookings, CalledOff days)
    {
        var begun = Begun(calls);
        var byReference = calls.Where(call => call.Booking is not null).ToLookup(call => call.Booking!.Reference);
        foreach (var booking in bookings)
        {
            var steps = byReference[booking.Reference].Select(call => Step.Of(call, days)).OfType<Step>().ToList();
            if (!BookingOrder.Explains(booking.First, steps, days, begun[booking.From.Key].Min()))
            {
                yield return new(Finding.HalfDone, $"no order of its {steps.Count} calls explains {booking.Reference}: {Story(booking, byReference[booking.Reference])}");
            }
        }
    }

    /// <summary>Nothing is held or booked on a day while it is closed, at whatever server.</summary>
    private static IEnumerable<Finding> Shut(IReadOnlyList<Call> calls, CalledOff days)
    {
        foreach (var call in calls.Where(call => call is { Kind: Kind.Hold, Outcome: Outcome.Done } && days.IsClosed(call.Hold!.Slot, call.Start, call.End)))
        {
            yield return new(Finding.Closed, $"{call.Hold!.Slot} was held at {call.Node} while it was closed");
        }

        foreach (var key in calls.Where(call => call.Confirmation is not null).GroupBy(call => call.Confirmation!.Key))
        {
            var (begun, done) = (key.Min(call => call.Start), key.Where(call => call.Outcome == Outcome.Done).ToList());
            if (done.Count > 0 && days.IsClosed(done[0].Hold!.Slot, begun, done.Min(call => call.End)))
            {
                yield return new(Finding.Closed, $"{done[0].Hold!.Slot} was booked by key {key.Key} while it was closed");
            }
        }
    }

    private static IEnumerable<Finding> Misses(IReadOnlyList<Call> calls)
    {
        foreach (var call in calls.Where(call => call.Booking is not null && call.Kind != Kind.Replay && call.Code == "booking_not_found"))
        {
            if (call.Kind != Kind.WrongLookUp)
            {
                yield return new(Finding.Lost, $"{call.Booking!.Reference} was acknowledged, but {call.Kind} says there is none");
            }
        }

        foreach (var call in calls.Where(call => call is { Kind: Kind.WrongLookUp, Outcome: Outcome.Done }))
        {
            yield return new(Finding.Unexpected, $"{call.Booking!.Reference} opened to a wrong phone");
        }
    }

    private static IEnumerable<Finding> Surprises(IReadOnlyList<Call> calls)
    {
        foreach (var call in calls.Where(call => call.Status >= 500 && call.Code is not ("busy" or "storage_unavailable")))
        {
            yield return new(Finding.Unexpected, $"{call.Kind} was answered {call.Status} {call.Code}");
        }

        foreach (var call in calls.Where(call => call.Status is 400 or 401 or 403 or 405 or 413 or 415 or 429))
        {
            yield return new(Finding.Unexpected, $"{call.Kind} was answered {call.Status} {call.Code}");
        }
    }

    private static string Story(Booking booking, IEnumerable<Call> calls) => booking.First + " | " + Story(calls);

    private static string Story(IEnumerable<Call> calls) => string.Join(" | ", calls.OrderBy(call => call.Start)
        .Select(call => $"{call.Start}-{(call.End == long.MaxValue ? "?" : call.End - call.Start)} {call.Kind} at {call.Node} {call.Outcome} {call.Code} {call.Confirmation?.Key} {call.Change} {call.Seen}"));
}
