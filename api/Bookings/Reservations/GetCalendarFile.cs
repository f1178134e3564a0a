using System.Text;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>POST /bookings/{reference}/ics — the pickup as a calendar entry (RFC 5545), without personal data.</summary>
public static class GetCalendarFile
{
    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder bookings) => bookings.MapPost("/{reference}/ics", HandleAsync)
        .WithName(nameof(GetCalendarFile)).WithSummary("日历文件")
        .RequireRateLimiting(ClientLimits.Writes)
        .Produces<string>(StatusCodes.Status200OK, "text/calendar").ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Needs <c>Authorization: Manage TOKEN</c>. A change raises SEQUENCE under the same UID, a cancellation says STATUS:CANCELLED.</summary>
    public static async Task<IResult> HandleAsync(string reference, HttpContext http, BookingDesk desk, CancellationToken cancellationToken)
    {
        var now = desk.Clock.Now;
        var token = ManageToken.Of(http.Request);
        var booking = await desk.Database.ReadAsync(c => TokenStore.OpenAsync(c, reference, token, now), cancellationToken);
        return booking is null
            ? BookingRefusals.NoSuchBooking().ToProblem()
            : TypedResults.File(Encoding.UTF8.GetBytes(CalendarFile.Write(booking, desk, now)), "text/calendar; charset=utf-8", "pickup.ics");
    }
}
