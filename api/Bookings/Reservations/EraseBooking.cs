using System.Data.Common;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>
/// POST /bookings/{reference}/erase — the person is gone at once. A booking that is still to be collected is cancelled with it, by the same rule and in the
/// same transaction; when it is too late for that, nothing is erased, because a crew on its way needs the address.
/// </summary>
public static class EraseBooking
{
    /// <summary>What was done.</summary>
    /// <param name="Erased">True.</param>
    /// <param name="Cancelled">Was the booking still to be collected, and was it cancelled with this?</param>
    public sealed record Response(bool Erased, bool Cancelled);

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder bookings) => bookings.MapPost("/{reference}/erase", HandleAsync)
        .WithName(nameof(EraseBooking)).WithSummary("删掉自己的数据")
        .RequireRateLimiting(ClientLimits.Writes)
        .Produces<Response>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);

    /// <summary>Needs <c>Authorization: Manage TOKEN</c>. Afterwards neither token nor reference and phone find anything: a second call gets 404.</summary>
    public static async Task<IResult> HandleAsync(string reference, HttpContext http, BookingDesk desk, CancellationToken cancellationToken)
    {
        var (now, token) = (desk.Clock.Now, ManageToken.Of(http.Request));
        var found = await desk.Database.ReadAsync(c => TokenStore.OpenAsync(c, reference, token, now), cancellationToken);
        if (found is null)
        {
            return BookingRefusals.NoSuchBooking().ToProblem();
        }

        var outcome = await desk.Database.WriteAsync(tx => EraseAsync(tx, found, token, desk), cancellationToken);
        await desk.Cache.ForgetAsync(cancellationToken);
        return outcome.IsRefused(out var refusal, out var done) ? refusal.ToProblem() : TypedResults.Ok(done);
    }

    private static async Task<Outcome<Response>> EraseAsync(DbTransaction tx, StoredBooking found, string token, BookingDesk desk)
    {
        var cancels = BookingState.IsOpen(found.State);
        if (cancels)
        {
            var outcome = await CancelBooking.CancelAsync(tx, found, "resident", null, evenLate: false, desk);
            if (outcome.IsRefused(out var refusal, out _))
            {
                return refusal.Code == BookingRefusals.TooLate.Code ? BookingRefusals.IsTooLateToErase() : refusal;
            }
        }

        // Asked again behind the gates: of two callers at once only one finds the token.
        if (await TokenStore.OpenAsync(tx.Connection!, found.Reference, token, desk.Clock.Now, tx) is not { } booking)
        {
            return BookingRefusals.NoSuchBooking();
        }

        if (BookingState.IsOpen(booking.State))
        {
            return BookingRefusals.IsTooLateToErase();
        }

        await BookingTraces.EraseAsync(tx, booking, desk.Clock.Today);
        return new Response(Erased: true, cancels);
    }
}
