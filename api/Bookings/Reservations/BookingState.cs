namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>The states of a booking: <c>booked → assigned → collected | partly-collected | not-collected</c>, <c>cancelled</c>, <c>postponed</c>.</summary>
public static class BookingState
{
    /// <summary>Confirmed, its day lies ahead.</summary>
    public const string Booked = "booked";

    /// <summary>A dispatcher handed its round to a truck.</summary>
    public const string Assigned = "assigned";

    /// <summary>Everything was taken.</summary>
    public const string Collected = "collected";

    /// <summary>Something was taken.</summary>
    public const string PartlyCollected = "partly-collected";

    /// <summary>The crew was there and took nothing; the reason says why.</summary>
    public const string NotCollected = "not-collected";

    /// <summary>Called off by its resident, or by somebody for them.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Its day was called off and no day with room was found yet. It keeps its place on the lost day until it moves or is cancelled.</summary>
    public const string Postponed = "postponed";

    /// <summary>The states in which it is still to be collected.</summary>
    public static readonly IReadOnlyList<string> Open = [Booked, Assigned, Postponed];

    /// <summary>Is it still to be collected?</summary>
    public static bool IsOpen(string state) => Open.Contains(state, StringComparer.Ordinal);
}
