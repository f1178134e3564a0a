namespace Jizhou.Public.Api.Bookings.Rounds;

/// <summary>What a vehicle does on a day (清运单).</summary>
/// <param name="Id">Its number.</param>
/// <param name="Truck">Code of the vehicle.</param>
/// <param name="Area">Code of the service area.</param>
/// <param name="Day">The day.</param>
/// <param name="IsAssigned">Handed out to the crew; otherwise a plan that only dispatchers see.</param>
public sealed record Round(string Id, string Truck, string Area, DateOnly Day, bool IsAssigned);

/// <summary>A line of a round.</summary>
/// <param name="Round">The round.</param>
/// <param name="Reference">The booking.</param>
/// <param name="Place">Counts the stops in the order of driving.</param>
/// <param name="LeftAt">When the booking left the round (moved, cancelled, taken out); null while it stands in it.</param>
public sealed record RoundStop(Round Round, string Reference, int Place, DateTimeOffset? LeftAt);
