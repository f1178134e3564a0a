using Jizhou.Public.Api.Bookings.Catalogue;
using Jizhou.Public.Api.Bookings.Operators.Calls;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;

namespace Jizhou.Public.Api.Bookings.Operators.Single;

/// <summary>GET and POST /console/bookings/{reference}/amend/ — changes time, items or note for a resident, by the resident's own rules.</summary>
public static class AmendForCaller
{
    /// <summary>Maps page and form.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var amend = app.MapGroup("/console/bookings/{reference}/amend").ExcludeFromDescription().RequireRole(DeskReach.Bookers).ChecksForms();
        amend.MapGet("/", AskAsync);
        amend.MapPost("/", HandleAsync);
    }

    private static async Task<IResult> AskAsync(string reference, HttpContext http, BookingDesk desk, CancellationToken cancellationToken)
    {
        if (await DeskBooking.FindAsync(reference, http, desk, cancellationToken) is not { } booking)
        {
            return DeskBooking.Missing(http);
        }

        var counts = DeskWords.Read(booking.Stored.Quote).Lines.ToDictionary(line => line.Code, line => line.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return await ShowAsync(http, booking, desk, counts, booking.Stored.Slot.ToString(), "", null, cancellationToken);
    }

    private static async Task<IResult> HandleAsync(string reference, HttpContext http, BookingDesk desk, AuditLog audit, CancellationToken cancellationToken)
    {
        if (await DeskBooking.FindAsync(reference, http, desk, cancellationToken) is not { } booking)
        {
            return DeskBooking.Missing(http);
        }

        var form = await http.Request.ReadFormAsync(cancellationToken);
        var (slot, note, counts) = (form["slot"].ToString(), form["note"].ToString(), ItemCounts.Of(form));
        var request = new AmendBooking.Request
        {
            Slot = slot == booking.Stored.Slot.ToString() || slot.Length == 0 ? null : slot,
            Items = IsSame(counts, booking.Stored) ? null : [.. ItemCounts.Wishes(counts)],
            Note = note.Trim().Length == 0 ? null : note,
        };
        var outcome = await AmendBooking.AmendAsync(booking.Stored, request, booking.Reach.By, desk, cancellationToken);
        if (outcome.IsRefused(out var refusal, out var amended))
        {
            return await ShowAsync(http, booking, desk, counts, slot, note, refusal, cancellationToken);
        }

        await audit.NoteAsync(Actor.Of(http.User), DeskActions.Amended, booking.Stored.Reference, $"改 {booking.Stored.Label}，现在是 {amended.Label}", cancellationToken);
        return TypedResults.LocalRedirect(booking.Address + "?done=amended");
    }

    // Items that the catalogue no longer has cannot be chosen again: unchanged ones are not sent at all.
    private static bool IsSame(IReadOnlyDictionary<string, string> counts, StoredBooking booking) =>
        ItemCounts.Wishes(counts).OfType<ItemWish>().ToHashSet().SetEquals(DeskWords.Read(booking.Quote).Lines.Select(line => new ItemWish(line.Code, line.Count)));

    private static async Task<IResult> ShowAsync(HttpContext http, DeskBooking booking, BookingDesk desk, IReadOnlyDictionary<string, string> counts, string slot, string note,
        Refusal? refusal, CancellationToken cancellationToken)
    {
        var offered = await OfferedDates.OfAsync(booking.Stored.Village, booking.Stored.Class, ItemCounts.Wishes(counts), desk, cancellationToken);
        return ConsolePage.Show<AmendPage>(http, new Dictionary<string, object?>
        {
            ["Booking"] = booking,
            ["Facts"] = desk.Facts,
            ["Offered"] = offered.Slots,
            ["Counts"] = counts,
            ["Slot"] = slot,
            ["Note"] = note,
            ["Problems"] = FormProblems.Of(refusal),
        }, refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
