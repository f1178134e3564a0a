using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>GET /bookings/{reference}/history — what happened to a booking: changes, a called-off day with its reason, the crew's own reason.</summary>
public static class GetHistory
{
    /// <summary>The history.</summary>
    /// <param name="Items">The entries, the oldest first.</param>
    public sealed record Response(IReadOnlyList<HistoryEntry> Items);

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder bookings) => bookings.MapGet("/{reference}/history", HandleAsync)
        .WithName(nameof(GetHistory)).WithSummary("预约的经过")
        .RequireRateLimiting(ClientLimits.Writes)
        .Produces<Response>().ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Needs <c>Authorization: Manage TOKEN</c>.</summary>
    public static async Task<IResult> HandleAsync(string reference, HttpContext http, BookingDesk desk, CancellationToken cancellationToken)
    {
        var (now, token) = (desk.Clock.Now, ManageToken.Of(http.Request));
        var items = await desk.Database.ReadAsync(
            async c => await TokenStore.OpenAsync(c, reference, token, now) is { } booking ? await BookingHistory.ReadAsync(c, booking.Reference, desk.Facts) : null, cancellationToken);
        return items is null ? BookingRefusals.NoSuchBooking().ToProblem() : TypedResults.Ok(new Response(items));
    }
}
