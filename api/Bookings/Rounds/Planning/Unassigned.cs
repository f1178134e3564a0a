namespace Jizhou.Public.Api.Bookings.Rounds.Planning;

/// <summary>A booking that no round takes, and why.</summary>
/// <param name="Booking">The booking.</param>
/// <param name="Because">Why not.</param>
public sealed record Unassigned(PlanBooking Booking, WhyUnassigned Because);

/// <summary>Why no vehicle takes a booking.</summary>
public enum WhyUnassigned
{
    /// <summary>No vehicle works in this area and window on this day.</summary>
    NoVehicle,

    /// <summary>The lane takes only a three-wheeler, and none works here.</summary>
    NoTricycle,

    /// <summary>More than any vehicle that may go there carries in one load.</summary>
    TooLarge,

    /// <summary>Every vehicle that may go there is full.</summary>
    Full,

    /// <summary>Nobody has put it into a round yet.</summary>
    NotPlanned,
}

/// <summary>The reasons in words.</summary>
public static class UnassignedWords
{
    /// <summary>For dispatchers, with the way out.</summary>
    public static string Words(this WhyUnassigned why) => why switch
    {
        WhyUnassigned.NoVehicle => "这个时段没有可用的车。可以改派别的车，或给住户改期。",
        WhyUnassigned.NoTricycle => "只能进小三轮，当天没有小三轮。请给住户打电话，问能不能搬到村口。",
        WhyUnassigned.TooLarge => "一车装不下。请给住户打电话，分两次收。",
        WhyUnassigned.Full => "能去的车都满了。可以挪走别的站，或给住户改期。",
        _ => "还没有排进任何一辆车。",
    };
}
