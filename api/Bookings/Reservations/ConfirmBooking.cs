using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Jizhou.Public.Api.Bookings.Calendar;
using Jizhou.Public.Api.Bookings.Catalogue;
using Jizhou.Public.Api.Bookings.Holds;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Bookings.Statistics;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Text;
using Jizhou.Public.Content.Bulky;
using Microsoft.AspNetCore.Mvc;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>POST /bookings — turns a hold into a booking, once, however often the request arrives.</summary>
public static class ConfirmBooking
{
    private const int LongestName = 50;

    /// <summary>Longest note, as people count characters.</summary>
    public const int LongestNote = 250;

    /// <summary>Who books.</summary>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    public sealed record Request
    {
        /// <summary>The hold.</summary>
        public required string Hold { get; init; }

        /// <summary>Mobile or landline; spaces, +86 and full-width digits are understood.</summary>
        public required string Phone { get; init; }

        /// <summary>How to address the resident, at most 50 characters.</summary>
        public string? Name { get; init; }

        /// <summary>For the crew, at most 250 characters.</summary>
        public string? Note { get; init; }
    }

    /// <summary>The booking.</summary>
    /// <param name="Reference">The number to keep; it opens the booking together with the phone's last four digits.</param>
    /// <param name="Label">What to write on the item; it opens nothing.</param>
    /// <param name="ManageToken">The right to see and change it; belongs into a link's fragment, never into a log.</param>
    /// <param name="Slot">When.</param>
    /// <param name="Items">What is collected.</param>
    /// <param name="State">booked.</param>
    /// <param name="Quote">Volume and fee.</param>
    /// <param name="ChangeUntil">The last minute for changing or cancelling.</param>
    /// <param name="Sample">True while this is a demonstration: no truck will come.</param>
    public sealed record Response(string Reference, string Label, string ManageToken, SlotView Slot, IReadOnlyList<QuoteLine> Items, string State,
        Quote Quote, DateTimeOffset ChangeUntil, bool Sample);

    /// <summary>A confirmed booking: the bytes of the first answer.</summary>
    /// <param name="Json">A <see cref="Response"/>.</param>
    public sealed record Confirmed(byte[] Json)
    {
        /// <summary>The answer, read.</summary>
        public Response Response => JsonSerializer.Deserialize<Response>(Json, JsonForm.Options)!;
    }

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder bookings) => bookings.MapPost("/", HandleAsync)
        .WithName(nameof(ConfirmBooking)).WithSummary("确认预约")
        .RequireRateLimiting(ClientLimits.Writes)
        .Produces<Response>(StatusCodes.Status201Created)
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    /// <summary>Needs an Idempotency-Key. A run-out hold is silently taken again while its slot has room.</summary>
    /// <param name="request">Who books.</param>
    /// <param name="http">The request.</param>
    /// <param name="desk">What decides.</param>
    /// <param name="inFlight">Keys that are being answered.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <param name="idempotencyKey">16–64 printable ASCII characters, new for each booking, the same for each retry.</param>
    public static async Task<IResult> HandleAsync(Request request, HttpContext http, BookingDesk desk, KeysInFlight inFlight, CancellationToken cancellationToken,
        [FromHeader(Name = IdempotencyKey.Header)] string? idempotencyKey = null)
    {
        var (key, refusal) = IdempotencyKey.Of(idempotencyKey);
        if (key is null)
        {
            return refusal!.ToProblem();
        }

        var outcome = await ConfirmAsync(request, key, desk, inFlight, BookingChannel.Web, cancellationToken);
        if (outcome.IsRefused(out refusal, out var confirmed))
        {
            return refusal.ToProblem();
        }

        http.Response.StatusCode = StatusCodes.Status201Created;
        return TypedResults.Bytes(confirmed.Json, "application/json; charset=utf-8");
    }

    /// <summary>The same for callers inside.</summary>
    /// <param name="request">Who books.</param>
    /// <param name="key">New for each booking, the same for each retry.</param>
    /// <param name="desk">What decides.</param>
    /// <param name="inFlight">Keys that are being answered.</param>
    /// <param name="channel">One of <see cref="BookingChannel"/>.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Outcome<Confirmed>> ConfirmAsync(Request request, string key, BookingDesk desk, KeysInFlight inFlight, string channel, CancellationToken cancellationToken)
    {
        var keyHash = desk.Secrets.Key("idempotency", key);
        using var flight = inFlight.TryEnter(keyHash);
        if (flight is null)
        {
            return PlatformRefusals.KeyIsInFlight();
        }

        var (wish, wrong) = Check(request, channel);
        var bodyHash = desk.Secrets.Key("body", JsonSerializer.Serialize(request, JsonForm.Options));
        try
        {
            var (kept, draft) = await desk.Database.ReadAsync(c => PrepareAsync(c, keyHash, request.Hold, wish, desk), cancellationToken);
            if (kept is not null)
            {
                return new Confirmed(Again(kept, bodyHash, desk));
            }

            if (draft is null)
            {
                return wrong ?? BookingRefusals.NoSuchHold();
            }

            var answer = await desk.Database.WriteAsync(tx => AnswerAsync(tx, draft, desk, keyHash, bodyHash), cancellationToken);
            await desk.Cache.ForgetAsync(cancellationToken);
            return new Confirmed(answer);
        }
        catch (RefusedException refused) when (refused.InnerException is null && refused.Refusal.Status < 500)
        {
            return refused.Refusal;
        }
    }

    private static (Wish? Wish, Refusal? Wrong) Check(Request request, string channel)
    {
        List<FieldRefusal> refused = [];
        if (!PhoneNumber.TryParse(request.Phone, out var phone))
        {
            refused.Add(new("phone", "phone_invalid", "请写 11 位手机号，或带区号的座机号，例如 022-12345678。"));
        }

        var name = PlainText.Clean(request.Name, "name", "称呼", LongestName, refused);
        var note = PlainText.Clean(request.Note, "note", "备注", LongestNote, refused);
        return refused.Count > 0 ? (null, BookingRefusals.Fields(refused)) : (new Wish(request.Hold, phone, name, note, channel), null);
    }

    // Before the transaction, so that nobody waits behind it: whatever takes time and depends on nothing that may still change. What the hold says of itself never
    // does, only its state. Reference, token and ciphertext of an attempt that fails are thrown away.
    private static async Task<(StoredAnswer? Kept, Draft? Draft)> PrepareAsync(DbConnection connection, string keyHash, string holdId, Wish? wish, BookingDesk desk)
    {
        var batch = new Batch(connection, null);
        var kept = AnswerStore.Find(batch, keyHash);
        var found = HoldStore.Find(batch, holdId);
        await batch.RunAsync();
        if (kept.Value is not null || wish is null || found.Value is not { } hold || desk.Facts.Village(hold.Village) is not { } village)
        {
            return (kept.Value, null);
        }

        var (now, secrets, digits) = (desk.Clock.Now, desk.Secrets, wish.Phone.Digits);
        var reference = SpokenNumber.New().Text;
        var place = HeldPlace.Open(hold.Secret, secrets);
        var personal = new Personal(digits, wish.Name, place.Address, wish.Note, place.Floor, place.Lift);
        var booker = desk.Facts.Booker(hold.Booker) ?? desk.Facts.Book.DefaultClass;
        var by = BookingChannel.ByOf(wish.Channel);
        var booking = new StoredBooking(reference, "", hold.Id, hold.Slot, hold.Village,
            hold.HasDoor ? hold.AddressKey : AddressKey.OfPhone(secrets, hold.Village, digits), secrets.Key("phone", digits),
            secrets.Key("ending", $"{reference}|{wish.Phone.Ending}"), hold.Litres, hold.Quote, booker.Code, hold.Shares, hold.Access,
            wish.Channel, secrets.Seal(personal, BookingSecrets.PersonalData), BookingState.Booked, by, null, null, 0, now);
        return (null, new Draft(hold, village, booker, booking, JsonSerializer.Deserialize<Quote>(hold.Quote, JsonForm.Options)!,
            await FirstOffer.OfAsync(connection, booking, desk.Facts)));
    }

    private static byte[] Again(StoredAnswer kept, string bodyHash, BookingDesk desk) =>
        kept.BodyHash == bodyHash ? desk.Secrets.OpenAnswer(kept.Secret) : throw new RefusedException(PlatformRefusals.KeyIsReused());

    private static async Task<byte[]> AnswerAsync(DbTransaction tx, Draft draft, BookingDesk desk, string keyHash, string bodyHash)
    {
        var (now, asked, batch) = (desk.Clock.Now, draft.Booking, new Batch(tx));
        var version = CalendarFence.Pass(batch, desk.Database.Dialect);
        Gate.Pass(batch, desk.Database.Dialect, "key " + keyHash, "phone " + asked.PhoneKey, "address " + asked.AddressKey);
        var kept = AnswerStore.Find(batch, keyHash);
        var ofPhone = BookingStore.OpenOfPhone(batch, asked.PhoneKey, desk.Clock.Today);
        var ofAddress = BookingStore.OpenOfAddress(batch, asked.AddressKey, desk.Clock.Today);
        var isHeld = HoldStore.Confirm(batch, draft.Hold.Id);
        var number = BookingStore.NextLabel(batch, draft.Village.Township.Code, asked.Slot.Date);
        await batch.RunAsync();
        await CalendarFence.RenewAsync(tx, desk.Facts, version);
        if (kept.Value is { } first)
        {
            return Again(first, bodyHash, desk); // another process was faster with the same key
        }

        CheckLimits(draft.Booker.Limits, ofPhone.Value, ofAddress.Value);
        await TakeAsync(tx, draft, isHeld.Value == 1, desk, now);
        var booking = asked with { Label = LabelOf(draft.Village, asked.Slot.Date, number.Value), CreatedAt = now };
        var token = ManageToken.New();
        var answer = JsonSerializer.SerializeToUtf8Bytes(
            new Response(SpokenNumber.FromStored(booking.Reference).ToString(), booking.Label, token, SlotView.Of(booking.Slot, desk.Facts), draft.Quote.Lines,
                booking.State, draft.Quote, CutOff.Of(booking.Slot.Date, desk.Facts.Book.Rules, desk.Facts.Holidays), desk.Facts.Book.Rules.Sample), JsonForm.Options);

        BookingStore.Insert(batch, booking);
        TokenStore.Insert(batch, token, booking.Reference, now.AddDays(desk.Facts.Book.Rules.HorizonDays + desk.Facts.Book.Rules.KeepDays));
        AnswerStore.Insert(batch, keyHash, new StoredAnswer(bodyHash, desk.Secrets.SealAnswer(answer)), booking.Reference, now + IdempotencyKey.KeptFor);
        await desk.Changes.NoteAsync(tx, new BookingChange(null, booking, "booked", booking.StateBy, now, null) { DaysToFirstOffer = draft.DaysToFirstOffer }, batch);
        return answer;
    }

    /// <summary>The public label: township, day, number within the day.</summary>
    public static string LabelOf(BookedVillage village, DateOnly date, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{village.ShortTownship} {date:MM-dd} {number:00}");

    private static void CheckLimits(BulkyLimits limits, long ofPhone, long ofAddress)
    {
        if (ofPhone >= limits.OpenPerPhone)
        {
            throw new RefusedException(BookingRefusals.PhoneLimit.Because(
                $"这个电话已有 {limits.OpenPerPhone} 个还没收运的预约，不能再加。请等收完，或先取消一个。"));
        }

        if (ofAddress >= limits.OpenPerAddress)
        {
            throw new RefusedException(BookingRefusals.AddressLimit.Because(
                $"这个地址已有 {limits.OpenPerAddress} 个还没收运的预约，不能再加。请等收完，或先取消一个。"));
        }
    }

    // held (even past its time: nobody took it back yet) keeps what it has; expired or replaced takes again; released is gone for good.
    private static async Task TakeAsync(DbTransaction tx, Draft draft, bool isHeld, BookingDesk desk, DateTimeOffset now)
    {
        var (hold, place) = (draft.Hold, draft.Booking.Place);
        var room = desk.Facts.RoomOf(hold.Slot);
        if (!isHeld && !await HoldStore.ChangeAsync(tx, hold.Id, "confirmed", "expired", "replaced"))
        {
            // Read again: it may have been released since it was found, and nobody may then be told that it became a booking.
            var state = (await HoldStore.FindAsync(tx.Connection!, hold.Id, tx))?.State;
            throw new RefusedException(state == "confirmed" ? BookingRefusals.HoldIsUsed() : BookingRefusals.NoSuchHold());
        }

        // A hold within its time was asked for before the cut-off; one that ran out asks anew.
        if ((!isHeld || now >= hold.ExpiresAt) && SlotCalendar.WhyNot(hold.Slot, desk.Facts.WishOf(draft.Booker, hold.Shares), desk.Facts.Book, desk.Facts.Holidays, now) is { } why)
        {
            throw new RefusedException(BookingRefusals.NotOffered(why));
        }

        var taken = isHeld
            ? hold.HasDoor || await SlotStore.MoveAsync(tx, hold.Place, place, room)
            : await SlotStore.TakeAsync(tx, place, room);
        if (!taken)
        {
            throw new RefusedException(BookingRefusals.Full(hold.Slot));
        }
    }

    // A booking as far as it can be made before its transaction: all but its label.
    private sealed record Draft(StoredHold Hold, BookedVillage Village, BookingClass Booker, StoredBooking Booking, Quote Quote, int? DaysToFirstOffer);

    private sealed record Wish(string Hold, PhoneNumber Phone, string? Name, string? Note, string Channel);
}
