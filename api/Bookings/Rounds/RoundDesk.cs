using System.Data.Common;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Bookings.Rounds.Planning;
using Jizhou.Public.Api.Platform.Operators.Audit;

namespace Jizhou.Public.Api.Bookings.Rounds;

/// <summary>What every operation of the rounds needs at hand.</summary>
/// <param name="Bookings">Facts, database, clock, secrets and the door for changes.</param>
/// <param name="Audit">Who did what.</param>
/// <param name="PhotoBytes">Most bytes of a photo.</param>
public sealed record RoundDesk(BookingDesk Bookings, AuditLog Audit, int PhotoBytes)
{
    /// <summary>Codes of the parts of the day, in order.</summary>
    public IReadOnlyList<string> Windows => [.. Bookings.Facts.Book.Rules.Windows.Select(w => w.Code)];

    /// <summary>The personal data of a booking; null once erased.</summary>
    public Personal? Open(StoredBooking booking) => booking.Secret is { } secret ? Bookings.Secrets.Open<Personal>(secret, BookingSecrets.PersonalData) : null;

    /// <summary>What planning knows of a booking.</summary>
    public PlanBooking Plan(StoredBooking booking) =>
        new(booking.Reference, booking.Slot.Window, booking.Village, Open(booking)?.Address ?? "", booking.Label, booking.Litres, booking.Access);

    /// <summary>Brings a booking into another state and tells everybody; null when it was in none of <paramref name="from"/>.</summary>
    public async Task<StoredBooking?> ChangeAsync(DbTransaction transaction, StoredBooking booking, IReadOnlyList<string> from, string to, string what, string by, DateTimeOffset at, string? reason = null)
    {
        if (await BookingStore.ChangeStateAsync(transaction, booking, from, to, by, at, reason) is not { } changed)
        {
            return null;
        }

        await Bookings.Changes.NoteAsync(transaction, new BookingChange(booking, changed, what, by, at, reason));
        return changed;
    }
}
