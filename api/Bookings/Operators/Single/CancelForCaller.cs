using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Bookings.Operators.Single;

/// <summary>GET and POST /console/bookings/{reference}/cancel/ — cancels for a resident, with a reason. After the cut-off only a dispatcher may.</summary>
public static class CancelForCaller
{
    /// <summary>Maps page and form.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var cancel = app.MapGroup("/console/bookings/{reference}/cancel").ExcludeFromDescription().RequireRole(DeskReach.Bookers).ChecksForms();
        cancel.MapGet("/", AskAsync);
        cancel.MapPost("/", HandleAsync);
    }

    private static async Task<IResult> AskAsync(string reference, HttpContext http, BookingDesk desk, CancellationToken cancellationToken) =>
        await DeskBooking.FindAsync(reference, http, desk, cancellationToken) is { } booking ? Show(http, booking, desk, null) : DeskBooking.Missing(http);

    private static async Task<IResult> HandleAsync(string reference, HttpContext http, BookingDesk desk, AuditLog audit, CancellationToken cancellationToken)
    {
        if (await DeskBooking.FindAsync(reference, http, desk, cancellationToken) is not { } booking)
        {
            return DeskBooking.Missing(http);
        }

        var reason = (await http.Request.ReadFormAsync(cancellationToken))["reason"].ToString();
        if (!DeskWords.CancelReasons.TryGetValue(reason, out var words))
        {
            return Show(http, booking, desk, "请选一个原因。");
        }

        var outcome = await CancelBooking.CancelAsync(booking.Stored, booking.Reach.By, reason, desk, cancellationToken, evenLate: booking.Reach.IsEverywhere);
        if (outcome.IsRefused(out var refusal, out _))
        {
            return Show(http, booking, desk, refusal.Detail);
        }

        if (booking.Stored.State != BookingState.Cancelled)
        {
            await audit.NoteAsync(Actor.Of(http.User), DeskActions.Cancelled, booking.Stored.Reference, $"取消 {booking.Stored.Label}：{words}", cancellationToken);
        }

        return TypedResults.LocalRedirect(booking.Address + "?done=cancelled");
    }

    private static RazorComponentResult<CancelPage> Show(HttpContext http, DeskBooking booking, BookingDesk desk, string? problem) => ConsolePage.Show<CancelPage>(http, new Dictionary<string, object?>
    {
        ["Booking"] = booking,
        ["Facts"] = desk.Facts,
        ["Problem"] = problem,
    }, problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
