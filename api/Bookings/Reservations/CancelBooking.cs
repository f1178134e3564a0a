using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>DELETE /bookings/{reference} — cancels a booking and frees exactly what it took, once.</summary>
public static class CancelBooking
{
    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder bookings) => bookings.MapDelete("/{reference}", HandleAsync)
        .WithName(nameof(CancelBooking)).WithSummary("取消预约")
        .RequireRateLimiting(ClientLimits.Writes)
        .Produces<BookingView>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);

    /// <summary>Needs <c>Authorization: Manage TOKEN</c>. Cancelling what is cancelled answers the same again.</summary>
    public static async Task<IResult> HandleAsync(string reference, HttpContext http, BookingDesk desk, CancellationToken cancellationToken)
    {
        var now = desk.Clock.Now;
        var token = ManageToken.Of(http.Request);
        var found = await desk.Database.ReadAsync(c => TokenStore.OpenAsync(c, reference, token, now), cancellationToken);
        if (found is null)
        {
            return BookingRefusals.NoSuchBooking().ToProblem();
        }

        if (found.State == "cancelled")
        {
            return TypedResults.Ok(BookingView.Of(found, desk, now));
        }

        var (booking, refusal) = await desk.Database.WriteAsync(tx => CancelAsync(tx, found, desk, now), cancellationToken);
        if (refusal is not null)
        {
            return refusal.ToProblem();
        }

        await desk.Cache.ForgetAsync(cancellationToken);
        return TypedResults.Ok(BookingView.Of(booking, desk, now));
    }

    private static async Task<(StoredBooking Booking, Refusal? Refusal)> CancelAsync(System.Data.Common.DbTransaction tx, StoredBooking found, BookingDesk desk, DateTimeOffset now)
    {
        await Gate.PassAsync(tx, desk.Database.Dialect, "address " + found.AddressKey);

        // Read again behind the gate: an amendment may have moved it since.
        var booking = (await BookingStore.FindAsync(tx.Connection!, found.Reference, tx))!;
        if (booking.State == "cancelled")
        {
            return (booking, null);
        }

        var (rules, holidays) = (desk.Facts.Book.Rules, desk.Facts.Holidays);
        if (booking.State != "booked")
        {
            return (booking, BookingRefusals.IsNotOpen());
        }

        if (!CutOff.IsBefore(now, booking.Slot.Date, rules, holidays))
        {
            return (booking, BookingRefusals.IsTooLate(CutOff.Of(booking.Slot.Date, rules, holidays)));
        }

        if (await BookingStore.CancelAsync(tx, booking, "resident", now))
        {
            await SlotStore.ReleaseAsync(tx, booking.Slot, booking.AddressKey, booking.Litres);
        }

        return (booking with { State = "cancelled", Sequence = booking.Sequence + 1 }, null);
    }
}
