using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>GET /bookings/{reference} — the booking, for whoever holds its manage token.</summary>
public static class GetBooking
{
    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder bookings) => bookings.MapGet("/{reference}", HandleAsync)
        .WithName(nameof(GetBooking)).WithSummary("凭管理凭证看预约")
        .RequireRateLimiting(ClientLimits.Writes)
        .Produces<BookingView>().ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Reads <c>Authorization: Manage TOKEN</c>; without it, or with a wrong one, the booking does not exist.</summary>
    public static async Task<IResult> HandleAsync(string reference, HttpContext http, BookingDesk desk, CancellationToken cancellationToken)
    {
        var now = desk.Clock.Now;
        var token = ManageToken.Of(http.Request);
        var booking = await desk.Database.ReadAsync(c => TokenStore.OpenAsync(c, reference, token, now), cancellationToken);
        return booking is null ? BookingRefusals.NoSuchBooking().ToProblem() : TypedResults.Ok(BookingView.Of(booking, desk, now));
    }
}
