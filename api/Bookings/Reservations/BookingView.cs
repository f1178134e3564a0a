using System.Text.Json;
using Jizhou.Public.Api.Bookings.Catalogue;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Text;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>A booking as its resident sees it. Phone and name are masked; the address stands in full, because only they can tell whether it is right.</summary>
/// <param name="Reference">The number to keep.</param>
/// <param name="Label">What to write on the item.</param>
/// <param name="State">booked, cancelled …</param>
/// <param name="Slot">When.</param>
/// <param name="Village">Where.</param>
/// <param name="Address">Address inside the village; null once erased.</param>
/// <param name="Phone">Masked phone; null once erased.</param>
/// <param name="Name">Masked name, if given.</param>
/// <param name="Note">Note for the crew.</param>
/// <param name="Class">Who books.</param>
/// <param name="Access">How near a truck comes.</param>
/// <param name="Floor">Floor, if told.</param>
/// <param name="Lift">Lift, if told.</param>
/// <param name="PostponedFrom">The day that was called off, if the booking was moved because of that.</param>
/// <param name="Reason">Code of why it is in this state, if given.</param>
/// <param name="Items">What is collected.</param>
/// <param name="Quote">Volume and fee.</param>
/// <param name="CanChange">May it still be changed or cancelled?</param>
/// <param name="ChangeUntil">The last minute for that.</param>
/// <param name="CanReportMissed">May its pickup be reported as missed now?</param>
/// <param name="MissedFrom">From when on it may be.</param>
/// <param name="MissedUntil">Until before when it may be.</param>
/// <param name="MissedReportedAt">When it was reported; null when it was not.</param>
/// <param name="Sample">True while this is a demonstration: no truck will come.</param>
public sealed record BookingView(string Reference, string Label, string State, SlotView Slot, VillageName? Village, string? Address, string? Phone,
    string? Name, string? Note, string Class, string Access, int? Floor, bool? Lift, DateOnly? PostponedFrom, string? Reason, IReadOnlyList<QuoteLine> Items, Quote Quote, bool CanChange, DateTimeOffset ChangeUntil,
    bool CanReportMissed, DateTimeOffset MissedFrom, DateTimeOffset MissedUntil, DateTimeOffset? MissedReportedAt, bool Sample)
{
    /// <summary>The view at an instant.</summary>
    public static BookingView Of(StoredBooking booking, BookingDesk desk, DateTimeOffset now)
    {
        var facts = desk.Facts;
        var quote = JsonSerializer.Deserialize<Quote>(booking.Quote, JsonForm.Options)!;
        var personal = booking.Secret is { } secret ? desk.Secrets.Open<Personal>(secret, BookingSecrets.PersonalData) : null;
        var missed = MissedWindow.Of(booking.Slot, facts);
        var village = facts.Geo.Village(booking.Village);
        return new BookingView(SpokenNumber.FromStored(booking.Reference).ToString(), booking.Label, booking.State, SlotView.Of(booking.Slot, facts),
            village is null ? null : new VillageName(village.Code, village.Label), personal?.Address,
            personal is null ? null : PhoneNumber.FromStored(personal.Phone).Masked, MaskName(personal?.Name), personal?.Note, booking.Class, booking.Access,
            personal?.Floor, personal?.Lift, booking.PostponedFrom, booking.Reason, quote.Lines, quote,
            ChangeWindow.WhyNot(booking, facts, now) is null,
            CutOff.Of(booking.Slot.Date, facts.Book.Rules, facts.Holidays).ToOffset(JizhouClock.Offset),
            booking.MissedAt is null && MissedWindow.WhyNot(booking, facts, now) is null, missed.From, missed.Until, booking.MissedAt?.ToOffset(JizhouClock.Offset), facts.Book.Rules.Sample);
    }

    /// <summary>The first character and a star: 张*. Rare characters (𠮷) count as one.</summary>
    public static string? MaskName(string? name) => name is null ? null : name.EnumerateRunes().First() + "*";
}
