using System.Data.Common;
using System.Text.Json.Serialization;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Text;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>POST /bookings/{reference}/missed — nobody came: the dispatcher learns of it, once.</summary>
public static class ReportMissed
{
    /// <summary>What the resident may add.</summary>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    public sealed record Request
    {
        /// <summary>What happened, at most 250 characters.</summary>
        public string? Note { get; init; }
    }

    /// <summary>The report.</summary>
    /// <param name="Day">The day on which nobody came.</param>
    /// <param name="ReportedAt">When it was reported first.</param>
    /// <param name="IsNew">False when it had been reported before: this is the first report.</param>
    /// <param name="Booking">The booking.</param>
    public sealed record Response(DateOnly Day, DateTimeOffset ReportedAt, bool IsNew, BookingView Booking);

    /// <summary>What a report came to.</summary>
    /// <param name="Report">The first report.</param>
    /// <param name="IsNew">Was it this one?</param>
    /// <param name="Booking">The booking as it is now.</param>
    public sealed record Reported(MissedReport Report, bool IsNew, StoredBooking Booking);

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder bookings) => bookings.MapPost("/{reference}/missed", HandleAsync)
        .WithName(nameof(ReportMissed)).WithSummary("报漏收")
        .RequireRateLimiting(ClientLimits.Writes)
        .Produces<Response>().Produces<Response>(StatusCodes.Status201Created)
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    /// <summary>Needs <c>Authorization: Manage TOKEN</c>. 201 for the first report of the booking's day, 200 with the first one for every other.</summary>
    public static async Task<IResult> HandleAsync(string reference, Request request, HttpContext http, BookingDesk desk, CancellationToken cancellationToken)
    {
        var now = desk.Clock.Now;
        var token = ManageToken.Of(http.Request);
        var found = await desk.Database.ReadAsync(c => TokenStore.OpenAsync(c, reference, token, now), cancellationToken);
        if (found is null)
        {
            return BookingRefusals.NoSuchBooking().ToProblem();
        }

        var outcome = await ReportAsync(found, request, "resident", desk, cancellationToken);
        if (outcome.IsRefused(out var refusal, out var reported))
        {
            return refusal.ToProblem();
        }

        var (report, booking) = (reported.Report, reported.Booking);
        return TypedResults.Json(new Response(report.Day, report.ReportedAt.ToOffset(JizhouClock.Offset), reported.IsNew, BookingView.Of(booking, desk, now)),
            statusCode: reported.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    /// <summary>The same for callers inside, who have made sure that <paramref name="by"/> may report it.</summary>
    public static Task<Outcome<Reported>> ReportAsync(StoredBooking found, Request request, string by, BookingDesk desk, CancellationToken cancellationToken)
    {
        List<FieldRefusal> refused = [];
        var note = PlainText.Clean(request.Note, "note", "说明", ConfirmBooking.LongestNote, refused);
        return refused.Count > 0
            ? Task.FromResult<Outcome<Reported>>(BookingRefusals.Fields(refused))
            : desk.Database.WriteAsync(tx => ReportAsync(tx, found.Reference, note, by, desk), cancellationToken);
    }

    private static async Task<Outcome<Reported>> ReportAsync(DbTransaction tx, string reference, string? note, string by, BookingDesk desk)
    {
        var now = desk.Clock.Now;
        var booking = (await BookingStore.LockAsync(tx, desk.Database.Dialect, reference))!;
        if (await MissedStore.FindAsync(tx.Connection!, reference, booking.Slot.Date, tx) is { } first)
        {
            return new Reported(first, IsNew: false, booking);
        }

        if (MissedWindow.WhyNot(booking, desk.Facts, now) is { } refusal)
        {
            return refusal;
        }

        var report = new MissedReport(reference, booking.Slot.Date, now, note is null ? null : desk.Secrets.Seal(note, BookingSecrets.MissedNote));
        await MissedStore.InsertAsync(tx, report);
        var counted = await BookingStore.CountAsync(tx, booking, now);
        await desk.Changes.NoteAsync(tx, new BookingChange(booking, counted, "missed-reported", by, now, null));
        return new Reported(report, IsNew: true, counted);
    }
}
