using Jizhou.Public.Api.Bookings.Operators.Calls;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;

namespace Jizhou.Public.Api.Bookings.Operators.Single;

/// <summary>GET and POST /console/bookings/{reference}/missed/ — reports for a resident that nobody came, by the resident's own rules: window, the crew's reason, the first report.</summary>
public static class ReportForResident
{
    /// <summary>Maps page and form.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var missed = app.MapGroup("/console/bookings/{reference}/missed").ExcludeFromDescription().RequireRole(DeskReach.Bookers).ChecksForms();
        missed.MapGet("/", AskAsync);
        missed.MapPost("/", HandleAsync);
    }

    /// <summary>Can there be something to report? The engine decides; this only spares a link that cannot lead anywhere.</summary>
    public static bool IsThinkable(StoredBooking booking, DateOnly today) => booking.Slot.Date <= today && booking.State != BookingState.Cancelled;

    private static async Task<IResult> AskAsync(string reference, HttpContext http, BookingDesk desk, CancellationToken cancellationToken) =>
        await DeskBooking.FindAsync(reference, http, desk, cancellationToken) is { } booking ? Show(http, booking, desk, "", null) : DeskBooking.Missing(http);

    private static async Task<IResult> HandleAsync(string reference, HttpContext http, BookingDesk desk, AuditLog audit, CancellationToken cancellationToken)
    {
        if (await DeskBooking.FindAsync(reference, http, desk, cancellationToken) is not { } booking)
        {
            return DeskBooking.Missing(http);
        }

        var note = (await http.Request.ReadFormAsync(cancellationToken))["note"].ToString();
        var outcome = await ReportMissed.ReportAsync(booking.Stored, new ReportMissed.Request { Note = note }, booking.Reach.By, desk, cancellationToken);
        if (outcome.IsRefused(out var refusal, out var reported))
        {
            return Show(http, booking, desk, note, refusal);
        }

        if (reported.IsNew)
        {
            await audit.NoteAsync(Actor.Of(http.User), DeskActions.ReportedMissed, booking.Stored.Reference, $"替居民报漏收 {booking.Stored.Label}", cancellationToken);
        }

        return TypedResults.LocalRedirect(booking.Address + (reported.IsNew ? "?done=missed" : "?done=missed-before"));
    }

    private static IResult Show(HttpContext http, DeskBooking booking, BookingDesk desk, string note, Refusal? refusal) => ConsolePage.Show<MissedPage>(http, new Dictionary<string, object?>
    {
        ["Booking"] = booking,
        ["Facts"] = desk.Facts,
        ["Note"] = note,
        ["Problems"] = FormProblems.Of(refusal),
    }, refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
