using Jizhou.Public.Api.Bookings.Operators.Lists;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Bookings.Operators.Single;

/// <summary>GET /console/bookings/{reference}/ — one booking, masked, with its history; POST …/reveal/ shows phone, name, address and note to a dispatcher, which is noted.</summary>
public static class ShowBooking
{
    /// <summary>Maps page and form.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/console/bookings/{reference}/", ShowAsync).ExcludeFromDescription().RequireRole(DeskReach.Readers);
        app.MapGroup("/console/bookings/{reference}/reveal").ExcludeFromDescription().RequireRole(DeskReach.Dispatchers).ChecksForms().MapPost("/", RevealAsync);
    }

    private static async Task<IResult> ShowAsync(string reference, HttpContext http, BookingDesk desk, CancellationToken cancellationToken) =>
        await DeskBooking.FindAsync(reference, http, desk, cancellationToken) is { } booking
            ? await PageAsync(booking, http, desk, isRevealed: false)
            : DeskBooking.Missing(http);

    private static async Task<IResult> RevealAsync(string reference, HttpContext http, BookingDesk desk, AuditLog audit, CancellationToken cancellationToken)
    {
        if (await DeskBooking.FindAsync(reference, http, desk, cancellationToken) is not { } booking)
        {
            return DeskBooking.Missing(http);
        }

        await desk.Database.WriteAsync(tx => audit.NoteAsync(tx, Actor.Of(http.User), DeskActions.Revealed, booking.Stored.Reference, "查看电话、姓名、地址和备注"), cancellationToken);
        return await PageAsync(booking, http, desk, isRevealed: true);
    }

    private static async Task<IResult> PageAsync(DeskBooking booking, HttpContext http, BookingDesk desk, bool isRevealed)
    {
        var cancellationToken = http.RequestAborted;
        var reference = booking.Stored.Reference;
        var lines = await BookingLists.FindAsync(reference, "", "", booking.Reach, desk, cancellationToken);
        return ConsolePage.Show<BookingPage>(http, new Dictionary<string, object?>
        {
            ["Booking"] = booking,
            ["Personal"] = booking.PersonalOf(desk),
            ["IsRevealed"] = isRevealed,
            ["Truck"] = lines is [var line] ? line.Truck : null,
            ["History"] = await desk.Database.ReadAsync(c => BookingLists.HistoryAsync(c, reference), cancellationToken),
            ["Desk"] = desk,
            ["Now"] = desk.Clock.Now,
            ["Done"] = http.Request.Query["done"].ToString(),
        });
    }
}
