namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>All personal data of a booking: kept encrypted, in one piece, and nowhere else.</summary>
/// <param name="Phone">Digits of the phone number.</param>
/// <param name="Name">Name, if given.</param>
/// <param name="Address">Address inside the village.</param>
/// <param name="Note">Note for the crew, if any.</param>
/// <param name="Floor">Floor on which the things stand; null when not told.</param>
/// <param name="Lift">Is there a lift? Null when not told.</param>
public sealed record Personal(string Phone, string? Name, string Address, string? Note, int? Floor = null, bool? Lift = null);
