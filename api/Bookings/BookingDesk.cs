using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Bookings;

/// <summary>What every operation that decides needs at hand.</summary>
/// <param name="Facts">Rules, calendar, villages.</param>
/// <param name="Database">The truth.</param>
/// <param name="Clock">The time in Jizhou; a client's clock counts for nothing.</param>
/// <param name="Secrets">Encryption and keyed hashes.</param>
/// <param name="Cache">The cached lists of slots.</param>
/// <param name="Changes">The door for changes of bookings.</param>
/// <param name="HoldsPerClient">Most unconfirmed holds of one client.</param>
public sealed record BookingDesk(PickupFacts Facts, IDatabase Database, JizhouClock Clock, BookingSecrets Secrets, SlotCache Cache, BookingChanges Changes, int HoldsPerClient);
