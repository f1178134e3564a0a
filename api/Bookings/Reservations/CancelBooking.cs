using System.Data.Common;
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

        var outcome = await CancelAsync(found, "resident", null, desk, cancellationToken);
        return outcome.IsRefused(out var refusal, out var booking) ? refusal.ToProblem() : TypedResults.Ok(BookingView.Of(booking, desk, now));
    }

    /// <summary>
    /// The same for callers inside, who have made sure that this booking may be cancelled by <paramref name="by"/>. A dispatcher may <paramref name="evenLate"/>:
    /// after the cut-off, while it is still to be collected.
    /// </summary>
    public static async Task<Outcome<StoredBooking>> CancelAsync(
        StoredBooking found, string by, string? reason, BookingDesk desk, CancellationToken cancellationToken, bool evenLate = false)
    {
        if (found.State == BookingState.Cancelled)
        {
            return found;
        }

        var outcome = await desk.Database.WriteAsync(tx => CancelAsync(tx, found, by, reason, evenLate, desk), cancellationToken);
        await desk.Cache.ForgetAsync(cancellationToken);
        return outcome;
    }

    /// <summary>The same inside a transaction that does more.</summary>
    internal static async Task<Outcome<StoredBooking>> CancelAsync(
        DbTransaction tx, StoredBooking found, string by, string? reason, bool evenLate, BookingDesk desk)
    {
        await Gate.PassAsync(tx, desk.Database.Dialect, "address " + found.AddressKey);

        // Read again behind the gate: an amendment may have moved it since.
        var booking = (await BookingStore.LockAsync(tx, desk.Database.Dialect, found.Reference))!;
        if (booking.State == BookingState.Cancelled)
        {
            return booking;
        }

        var now = desk.Clock.Now;
        if (!evenLate && ChangeWindow.WhyNot(booking, desk.Facts, now) is { } refusal)
        {
            return refusal;
        }

        if (await BookingStore.ChangeStateAsync(tx, booking, BookingState.Open, BookingState.Cancelled, by, now, reason) is not { } cancelled)
        {
            return BookingRefusals.IsNotOpen();
        }

        await SlotStore.ReleaseAsync(tx, booking.Place);
        await desk.Changes.NoteAsync(tx, new BookingChange(booking, cancelled, "cancelled", by, now, reason));
        return cancelled;
    }
}
