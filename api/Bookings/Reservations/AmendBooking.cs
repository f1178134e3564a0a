using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Jizhou.Public.Api.Bookings.Calendar;
using Jizhou.Public.Api.Bookings.Catalogue;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Text;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>PATCH /bookings/{reference} — moves a booking, or changes its items, note, door or access, in one atomic swap.</summary>
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

        /// <summary>Another address inside the same village, at most 100 characters.</summary>
        public string? Address { get; init; }

        /// <summary>How near a truck comes: truck, tricycle, village-entrance or unknown.</summary>
        public string? Access { get; init; }

        /// <summary>Floor on which the things stand, -3 to 60; 1 is the ground floor.</summary>
        public int? Floor { get; init; }

        /// <summary>Is there a lift?</summary>
        public bool? Lift { get; init; }
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

        var outcome = await AmendAsync(found, request, "resident", desk, cancellationToken);
        return outcome.IsRefused(out var refusal, out var amended) ? refusal.ToProblem() : TypedResults.Ok(BookingView.Of(amended, desk, now));
    }

    /// <summary>The same for callers inside, who have made sure that this booking may be amended by <paramref name="by"/>.</summary>
    public static async Task<Outcome<StoredBooking>> AmendAsync(StoredBooking found, Request request, string by, BookingDesk desk, CancellationToken cancellationToken)
    {
        var addressKey = AmendPlace.KeyOf(found, request, desk);
        try
        {
            var amended = await desk.Database.WriteAsync(async tx =>
            {
                await CalendarFence.PassAsync(tx, desk.Database.Dialect, desk.Facts);
                await Gate.PassAsync(tx, desk.Database.Dialect, new HashSet<string>(StringComparer.Ordinal) { "address " + found.AddressKey, "address " + addressKey });
                var booking = (await BookingStore.LockAsync(tx, desk.Database.Dialect, found.Reference))!;
                return await AmendAsync(tx, booking, request, request.Address is null ? booking.AddressKey : addressKey, by, desk);
            }, cancellationToken);
            await desk.Cache.ForgetAsync(cancellationToken);
            return amended;
        }
        catch (RefusedException refused) when (refused.InnerException is null && refused.Refusal.Status < 500)
        {
            return refused.Refusal;
        }
    }

    private static async Task<StoredBooking> AmendAsync(DbTransaction tx, StoredBooking booking, Request request, string addressKey, string by, BookingDesk desk)
    {
        var now = desk.Clock.Now;
        if (ChangeWindow.WhyNot(booking, desk.Facts, now) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        var secret = booking.Secret ?? throw new RefusedException(BookingRefusals.IsNotOpen());
        var (slot, lines, note, address) = Read(booking, request, desk, now);
        var quote = lines is null ? null : Quote.Of(lines, desk.Facts.Book, Booker(booking, desk), DateOnly.FromDateTime(now.DateTime));
        var personal = desk.Secrets.Open<Personal>(secret, BookingSecrets.PersonalData);
        var wished = AmendPlace.Of(personal, request, address) with { Note = request.Note is null ? personal.Note : note };
        var access = request.Access ?? booking.Access;
        if (slot == booking.Slot && (quote is null || SameLines(quote, JsonSerializer.Deserialize<Quote>(booking.Quote, JsonForm.Options)!)) && wished == personal && access == booking.Access)
        {
            throw new RefusedException(BookingRefusals.NothingChanged.Because("您提交的和原来一样，没有什么要改。预约仍然有效。"));
        }

        await AmendPlace.CheckLimitAsync(tx, booking, addressKey, Booker(booking, desk).Limits.OpenPerAddress, desk);
        var changed = booking with
        {
            AddressKey = addressKey,
            Access = access,
            Litres = lines is null ? booking.Litres : lines.Sum(l => l.Litres),
            Shares = lines is null ? booking.Shares : SlotShares.Of(lines),
            Quote = quote is null ? booking.Quote : JsonSerializer.Serialize(quote, JsonForm.Options),
            Secret = wished == personal ? secret : desk.Secrets.Seal(wished, BookingSecrets.PersonalData),
        };
        await SlotStore.LockStopsAsync(tx, desk.Database.Dialect, booking.Place, changed.Place);
        changed = slot == booking.Slot ? changed : await MoveBooking.OntoAsync(tx, changed, slot, by, desk);
        if (changed.Place != booking.Place && !await SlotStore.MoveAsync(tx, booking.Place, changed.Place, desk.Facts.RoomOf(slot)))
        {
            throw new RefusedException(BookingRefusals.Full(slot));
        }

        changed = changed with { Sequence = booking.Sequence + 1 };
        if (!await BookingStore.ChangeAsync(tx, booking, changed, now))
        {
            throw new RefusedException(BookingRefusals.IsNotOpen());
        }

        await desk.Changes.NoteAsync(tx, new BookingChange(booking, changed, "amended", by, now, null));
        return changed;
    }

    private static BookingClass Booker(StoredBooking booking, BookingDesk desk) => desk.Facts.Booker(booking.Class) ?? desk.Facts.Book.DefaultClass;

    private static (SlotId Slot, IReadOnlyList<ItemLine>? Lines, string? Note, string? Address) Read(StoredBooking booking, Request request, BookingDesk desk, DateTimeOffset now)
    {
        List<FieldRefusal> refused = [];
        var note = PlainText.Clean(request.Note, "note", "备注", ConfirmBooking.LongestNote, refused);
        var (lines, wrong) = request.Items is null ? ([], []) : ItemLines.Check(request.Items, desk.Facts.Book, Booker(booking, desk));
        refused.AddRange(wrong);
        var address = AmendPlace.Check(request, refused);
        if (refused.Count > 0)
        {
            throw new RefusedException(BookingRefusals.Fields(refused));
        }

        var slot = booking.Slot;
        if (request.Slot is not null && (!SlotId.TryParse(request.Slot, out slot) || slot.Area != booking.Slot.Area))
        {
            throw new RefusedException(BookingRefusals.NotOffered("这个片区没有这个时段"));
        }

        var wish = desk.Facts.WishOf(Booker(booking, desk), request.Items is null ? booking.Shares : SlotShares.Of(lines));
        if (slot != booking.Slot && SlotCalendar.WhyNot(slot, wish, desk.Facts.Book, desk.Facts.Holidays, now) is { } why)
        {
            throw new RefusedException(BookingRefusals.NotOffered(why));
        }

        return (slot, request.Items is null ? null : lines, note, address);
    }

    private static bool SameLines(Quote a, Quote b) =>
        a.Lines.OrderBy(l => l.Code, StringComparer.Ordinal).SequenceEqual(b.Lines.OrderBy(l => l.Code, StringComparer.Ordinal));
}
