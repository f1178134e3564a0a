using System.Text.Json;
using System.Text.Json.Serialization;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Bookings.Notices.Outbox;

/// <summary>
/// What the receiver of events gets; /data/developers/webhooks/ explains it. Nothing in it opens a booking: no reference, no token, no name, no
/// address. The phone number only when the gateway needs it to send the text.
/// </summary>
/// <param name="Id">The same for every attempt.</param>
/// <param name="Type"><c>booking.booked</c>, <c>booking.reminder</c> …</param>
/// <param name="OccurredAt">When it happened; of a reminder when it became due.</param>
/// <param name="Booking">The same for every event of a booking, and the UID of its calendar file.</param>
/// <param name="Sequence">Counts the booking's changes; an event with a smaller one is older.</param>
/// <param name="State">State of the booking at the moment of sending.</param>
/// <param name="Label">The public label on the item.</param>
/// <param name="Date">Day of the pickup.</param>
/// <param name="Window">Code of the window.</param>
/// <param name="StartsAt">Local time.</param>
/// <param name="EndsAt">Local time.</param>
/// <param name="DaysBefore">Of a reminder, for how many days before it was meant.</param>
/// <param name="Text">The words to send.</param>
/// <param name="Sample">True while this is a demonstration: no truck will come.</param>
/// <param name="Phone">The mobile number, digits only; absent unless <c>Webhook:IncludePhone</c> is set.</param>
public sealed record EventBody(string Id, string Type, DateTimeOffset OccurredAt, string Booking, int Sequence, string State, string Label, DateOnly Date,
    string Window, string StartsAt, string EndsAt, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? DaysBefore, string Text, bool Sample,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Phone)
{
    /// <summary>The body of a notice about a booking as it is now.</summary>
    public static EventBody Of(Notice notice, StoredBooking booking, string text, string? phone, BookingDesk desk)
    {
        var slot = SlotView.Of(booking.Slot, desk.Facts);
        return new EventBody(notice.Id, "booking." + (notice.DaysBefore is null ? notice.Event : "reminder"),
            (notice.DaysBefore is null ? notice.CreatedAt : notice.DueAt).ToOffset(JizhouClock.Offset), CalendarFile.IdOf(booking.Reference, desk), booking.Sequence,
            booking.State, booking.Label, slot.Date, slot.Window, slot.StartsAt, slot.EndsAt, notice.DaysBefore, text, desk.Facts.Book.Rules.Sample, phone);
    }

    /// <summary>As JSON.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, JsonForm.Options);
}
