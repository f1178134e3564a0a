using System.Globalization;
using Jizhou.Public.Api.Bookings.Catalogue;
using Jizhou.Public.Api.Bookings.Operators.Calls;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;

namespace Jizhou.Public.Api.Bookings.Operators.Single;

/// <summary>GET and POST /console/bookings/{reference}/amend/ — changes time, items, place or note for a resident, by the resident's own rules.</summary>
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

        var counts = DeskWords.Read(booking.Stored.Quote).Lines.ToDictionary(line => line.Code, line => line.Count.ToString(CultureInfo.InvariantCulture));
        return await ShowAsync(http, booking, desk, new Typed(booking.Stored.Slot.ToString(), counts, "", "", booking.Stored.Access, "", ""), null, cancellationToken);
    }

    private static async Task<IResult> HandleAsync(string reference, HttpContext http, BookingDesk desk, AuditLog audit, CancellationToken cancellationToken)
    {
        if (await DeskBooking.FindAsync(reference, http, desk, cancellationToken) is not { } booking)
        {
            return DeskBooking.Missing(http);
        }

        var typed = Typed.Of(await http.Request.ReadFormAsync(cancellationToken));
        var request = typed.Wish(booking.Stored) with { Items = IsSame(typed.Counts, booking.Stored) ? null : [.. ItemCounts.Wishes(typed.Counts)] };
        var outcome = await AmendBooking.AmendAsync(booking.Stored, request, booking.Reach.By, desk, cancellationToken);
        if (outcome.IsRefused(out var refusal, out var amended))
        {
            return await ShowAsync(http, booking, desk, typed, refusal, cancellationToken);
        }

        await audit.NoteAsync(Actor.Of(http.User), DeskActions.Amended, booking.Stored.Reference, $"改 {booking.Stored.Label}，现在是 {amended.Label}", cancellationToken);
        return TypedResults.LocalRedirect(booking.Address + "?done=amended");
    }

    // Items that the catalogue no longer has cannot be chosen again: unchanged ones are not sent at all.
    private static bool IsSame(IReadOnlyDictionary<string, string> counts, StoredBooking booking) =>
        ItemCounts.Wishes(counts).OfType<ItemWish>().ToHashSet().SetEquals(DeskWords.Read(booking.Quote).Lines.Select(line => new ItemWish(line.Code, line.Count)));

    private static async Task<IResult> ShowAsync(HttpContext http, DeskBooking booking, BookingDesk desk, Typed typed, Refusal? refusal, CancellationToken cancellationToken)
    {
        var offered = await OfferedDates.OfAsync(booking.Stored.Village, booking.Stored.Class, ItemCounts.Wishes(typed.Counts), desk, cancellationToken);
        return ConsolePage.Show<AmendPage>(http, new Dictionary<string, object?>
        {
            ["Booking"] = booking,
            ["Facts"] = desk.Facts,
            ["Offered"] = offered.Slots,
            ["Typed"] = typed,
            ["Problems"] = FormProblems.Of(refusal),
        }, refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>What was typed; a blank field leaves what it asks for as it is.</summary>
    public sealed record Typed(string Slot, IReadOnlyDictionary<string, string> Counts, string Note, string Address, string Access, string Floor, string Lift)
    {
        /// <summary>A form that was sent.</summary>
        public static Typed Of(IFormCollection form) => new(form["slot"].ToString(), ItemCounts.Of(form), form["note"].ToString(), form["address"].ToString(),
            form["access"].ToString(), form["floor"].ToString().Trim(), form["lift"].ToString());

        /// <summary>The amendment without its items. A floor that is no number becomes one that the engine refuses by name.</summary>
        public AmendBooking.Request Wish(StoredBooking booking) => new()
        {
            Slot = Slot.Length == 0 || Slot == booking.Slot.ToString() ? null : Slot,
            Note = Note.Trim().Length == 0 ? null : Note,
            Address = Address.Trim().Length == 0 ? null : Address,
            Access = Access.Length == 0 || Access == booking.Access ? null : Access,
            Floor = Floor.Length == 0 ? null : int.TryParse(Floor, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var floor) ? floor : int.MaxValue,
            Lift = Lift switch { "yes" => true, "no" => false, _ => null },
        };
    }
}
