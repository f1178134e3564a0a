using Jizhou.Public.Api.Bookings;
using Jizhou.Public.Api.Bookings.Notices.Outbox;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Content.Bulky;
using Jizhou.Public.UnitTests.Content;

namespace Jizhou.Public.UnitTests.Bookings.Notices;

/// <summary>Bookings and notices for the tests of what is told.</summary>
internal static class NoticeSamples
{
    public static readonly NoticeBook Book = TestContent.Real.Notices!;

    /// <summary>A booking for a day, without anything personal that could be read.</summary>
    public static StoredBooking Booking(string day = "2026-12-03", string state = "booked", int sequence = 1, string? reason = null, string? postponedFrom = null, bool erased = false) => new(
        "REFERENCE", "渔阳 12-03 07", "hold", new SlotId("centre", DateOnly.Parse(day), "morning"), "120119100201", "a", "p", "e", 1200, "{}", "resident",
        "", "truck", "web", erased ? null : [1], state, "resident", reason, postponedFrom is null ? null : DateOnly.Parse(postponedFrom), sequence, BookingFacts.At("2026-11-23 10:00"));

    /// <summary>A change that leads to a booking.</summary>
    public static BookingChange Change(StoredBooking? before, StoredBooking after, string what, string by = "resident", string at = "2026-11-23 10:00") =>
        new(before, after, what, by, BookingFacts.At(at), after.Reason);

    /// <summary>A notice about it.</summary>
    public static Notice Notice(string happened, string? aboutDay = null, bool hasLaterChange = false, bool changeWaits = false) => new(
        1, "id", NoticeChannel.Webhook, happened, "REFERENCE", 1, aboutDay is null ? null : DateOnly.Parse(aboutDay), true,
        BookingFacts.At("2026-11-23 10:00"), BookingFacts.At("2026-11-23 10:00"), NoticeState.Waiting, 1, null, null, hasLaterChange, changeWaits);
}
