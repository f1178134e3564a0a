namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>How a booking came in.</summary>
public static class BookingChannel
{
    /// <summary>By its resident, over the portal or the interface.</summary>
    public const string Web = "web";

    /// <summary>By an operator, for a caller.</summary>
    public const string Phone = "phone";

    /// <summary>By a village agent (村级代办), for a resident of their village.</summary>
    public const string Agent = "agent";

    /// <summary>Who acted, as histories write it.</summary>
    public static string ByOf(string channel) => channel == Web ? "resident" : channel;
}
