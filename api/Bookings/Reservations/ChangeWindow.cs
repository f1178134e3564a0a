using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>Whether a booking may be changed or cancelled at an instant. Pure; amending, cancelling and the resident's view ask the same function.</summary>
public static class ChangeWindow
{
    /// <summary>Why not; null when it may. A booking whose day was called off may always be: it has no cut-off until it has a day.</summary>
    public static Refusal? WhyNot(StoredBooking booking, PickupFacts facts, DateTimeOffset now)
    {
        if (!BookingState.IsOpen(booking.State))
        {
            return BookingRefusals.IsNotOpen();
        }

        var (rules, holidays) = (facts.Book.Rules, facts.Holidays);
        return booking.State == BookingState.Postponed || CutOff.IsBefore(now, booking.Slot.Date, rules, holidays)
            ? null
            : BookingRefusals.IsTooLate(CutOff.Of(booking.Slot.Date, rules, holidays));
    }
}
