namespace Jizhou.Public.Api.Bookings.Rounds.Planning;

/// <summary>Moves a stop within its round. A stop never leaves its window: the resident was told morning or afternoon.</summary>
public static class MoveStop
{
    /// <summary>The order after one step up (<paramref name="step"/> −1) or down (+1); the same order when there is nothing to pass.</summary>
    public static IReadOnlyList<PlanBooking> By(IReadOnlyList<PlanBooking> stops, string reference, int step)
    {
        var at = IndexOf(stops, reference);
        var to = at + Math.Sign(step);
        if (at < 0 || to < 0 || to >= stops.Count || stops[to].Window != stops[at].Window)
        {
            return stops;
        }

        var moved = stops.ToArray();
        (moved[at], moved[to]) = (moved[to], moved[at]);
        return moved;
    }

    /// <summary>The order after a stop was put in front of another of its window; behind all of its window when that one is not there.</summary>
    public static IReadOnlyList<PlanBooking> Before(IReadOnlyList<PlanBooking> stops, PlanBooking stop, string? other, IReadOnlyList<string> windows)
    {
        List<PlanBooking> rest = [.. stops.Where(s => s.Reference != stop.Reference)];
        var rank = VillageOrder.WindowRank(stop.Window, windows);
        var to = rest.FindIndex(s => s.Reference == other && s.Window == stop.Window);
        if (to < 0)
        {
            to = rest.FindLastIndex(s => VillageOrder.WindowRank(s.Window, windows) <= rank) + 1;
        }

        rest.Insert(to, stop);
        return rest;
    }

    /// <summary>The order after a stop was added where the saved order wants it: in front of the first of its window that comes later.</summary>
    public static IReadOnlyList<PlanBooking> Into(IReadOnlyList<PlanBooking> stops, PlanBooking stop, VillageOrder order, IReadOnlyList<string> windows) =>
        Before(stops, stop, stops.FirstOrDefault(s => s.Window == stop.Window && order.Sort([stop, s], windows)[0] == stop)?.Reference, windows);

    private static int IndexOf(IReadOnlyList<PlanBooking> stops, string reference)
    {
        for (var i = 0; i < stops.Count; i++)
        {
            if (stops[i].Reference == reference)
            {
                return i;
            }
        }

        return -1;
    }
}
