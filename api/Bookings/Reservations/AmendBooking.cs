using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Jizhou.Public.Api.Bookings.Catalogue;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Text;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>PATCH /bookings/{reference} — moves a booking, or changes its items or note, in one atomic swap.</summary>
public static class AmendBooking
{
    /// <summary>What changes; what is absent stays.</summary>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    public sealed record Request
    {
        /// <summary>Another slot of the same area; the booking's own stays possible even when full.</summary>
        public string? Slot { get; init; }

        /// <summary>All items anew.</summary>
        public IReadOnlyList<ItemWish?>? Items { get; init; }

        /// <summary>Another note; empty removes it.</summary>
        public string? Note { get; init; }
    }

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder bookings) => bookings.MapPatch("/{reference}", HandleAsync)
        .WithName(nameof(AmendBooking)).WithSummary("更改预约")
        .RequireRateLimiting(ClientLimits.Writes)
        .Produces<BookingView>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    /// <summary>Needs <c>Authorization: Manage TOKEN</c>. The new slot is taken and the old one freed together; if that fails, nothing has changed.</summary>
    public static async Task<IResult> HandleAsync(string reference, Request request, HttpContext http, BookingDesk desk, CancellationToken cancellationToken)
    {
        var now = desk.Clock.Now;
        var token = ManageToken.Of(http.Request);
        var found = await desk.Database.ReadAsync(c => TokenStore.OpenAsync(c, reference, token, now), cancellationToken);
        if (found is null)
        {
            return BookingRefusals.NoSuchBooking().ToProblem();
        }

        try
        {
            var amended = await desk.Database.WriteAsync(async tx =>
            {
                await Gate.PassAsync(tx, desk.Database.Dialect, "address " + found.AddressKey);
                var booking = (await BookingStore.FindAsync(tx.Connection!, found.Reference, tx))!;
                return await AmendAsync(tx, booking, request, desk, now);
            }, cancellationToken);
            await desk.Cache.ForgetAsync(cancellationToken);
            return TypedResults.Ok(BookingView.Of(amended, desk, now));
        }
        catch (RefusedException refused) when (refused.InnerException is null && refused.Refusal.Status < 500)
        {
            return refused.Refusal.ToProblem();
        }
    }

    private static async Task<StoredBooking> AmendAsync(DbTransaction tx, StoredBooking booking, Request request, BookingDesk desk, DateTimeOffset now)
    {
        var (rules, holidays) = (desk.Facts.Book.Rules, desk.Facts.Holidays);
        if (booking is not { State: "booked", Secret: { } secret })
        {
            throw new RefusedException(BookingRefusals.IsNotOpen());
        }

        if (!CutOff.IsBefore(now, booking.Slot.Date, rules, holidays))
        {
            throw new RefusedException(BookingRefusals.IsTooLate(CutOff.Of(booking.Slot.Date, rules, holidays)));
        }

        var (slot, quote, note) = Read(booking, request, desk, now);
        var personal = desk.Secrets.Open<Personal>(secret, BookingSecrets.PersonalData);
        var old = JsonSerializer.Deserialize<Quote>(booking.Quote, JsonForm.Options)!;
        var newNote = request.Note is null ? personal.Note : note;
        if (slot == booking.Slot && (quote is null || SameLines(quote, old)) && newNote == personal.Note)
        {
            throw new RefusedException(BookingRefusals.NothingChanged.Because("您提交的和原来一样，没有什么要改。预约仍然有效。"));
        }

        var changed = booking with
        {
            Slot = slot,
            Litres = quote is null ? booking.Litres : (int)(quote.CubicMetres * 1000),
            Quote = quote is null ? booking.Quote : JsonSerializer.Serialize(quote, JsonForm.Options),
            Secret = newNote == personal.Note ? secret : desk.Secrets.Seal(personal with { Note = newNote }, BookingSecrets.PersonalData),
            Sequence = booking.Sequence + 1,
            Label = slot.Date == booking.Slot.Date ? booking.Label : await LabelAsync(tx, booking, slot.Date, desk),
        };
        if (changed.Place != booking.Place && !await SlotStore.MoveAsync(tx, booking.Place, changed.Place, desk.Facts.Book.Area(slot.Area)!.Capacity))
        {
            throw new RefusedException(BookingRefusals.Full(slot));
        }

        return await BookingStore.ChangeAsync(tx, changed, "amended", now) ? changed : throw new RefusedException(BookingRefusals.IsNotOpen());
    }

    private static (SlotId Slot, Quote? Quote, string? Note) Read(StoredBooking booking, Request request, BookingDesk desk, DateTimeOffset now)
    {
        List<FieldRefusal> refused = [];
        var note = PlainText.Clean(request.Note, "note", "备注", ConfirmBooking.LongestNote, refused);
        var (lines, wrong) = request.Items is null ? ([], []) : ItemLines.Check(request.Items, desk.Facts.Book);
        refused.AddRange(wrong);
        if (refused.Count > 0)
        {
            throw new RefusedException(BookingRefusals.Fields(refused));
        }

        var slot = booking.Slot;
        if (request.Slot is not null && (!SlotId.TryParse(request.Slot, out slot) || slot.Area != booking.Slot.Area))
        {
            throw new RefusedException(BookingRefusals.NotOffered("这个片区没有这个时段"));
        }

        if (slot != booking.Slot && SlotCalendar.WhyNot(slot, desk.Facts.Book, desk.Facts.Holidays, now) is { } why)
        {
            throw new RefusedException(BookingRefusals.NotOffered(why));
        }

        return (slot, request.Items is null ? null : Quote.Of(lines, desk.Facts.Book), note);
    }

    private static bool SameLines(Quote a, Quote b) =>
        a.Lines.OrderBy(l => l.Code, StringComparer.Ordinal).SequenceEqual(b.Lines.OrderBy(l => l.Code, StringComparer.Ordinal));

    private static async Task<string> LabelAsync(DbTransaction tx, StoredBooking booking, DateOnly date, BookingDesk desk) =>
        desk.Facts.Village(booking.Village) is { } village
            ? ConfirmBooking.LabelOf(village, date, await BookingStore.NextLabelAsync(tx, village.Township.Code, date))
            : booking.Label;
}
