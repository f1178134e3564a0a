using System.Globalization;
using Jizhou.Public.Api.Platform.Security;

namespace Jizhou.Public.Api.Bookings.Rounds.Crew;

/// <summary>
/// The keys with which a phone encrypts the round it takes along and what it has not sent yet: one for each account and day, made from the server's own key,
/// so that signing in again opens what the phone kept and nothing about it is stored here.
/// </summary>
public sealed class RoundKeys(KeyedHash hash)
{
    /// <summary>32 bytes for AES-256-GCM.</summary>
    public byte[] Of(string account, DateOnly day) => hash.Of(string.Create(CultureInfo.InvariantCulture, $"{account}\0{day:yyyy-MM-dd}"), "round.key");
}
