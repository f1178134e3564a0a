using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Jizhou.Public.Api.Bookings.Calendar;
using Jizhou.Public.Api.Bookings.Catalogue;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Text;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Holds;

/// <summary>POST /bookings/holds — keeps a slot for some minutes while the form is filled in.</summary>
public static class CreateHold
{
    /// <summary>What is wanted.</summary>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    public sealed record Request
    {
        /// <summary>Id of a slot from <c>GET /bookings/slots</c>.</summary>
        public required string Slot { get; init; }

        /// <summary>12-digit code of the village or community.</summary>
        public required string Village { get; init; }

        /// <summary>Address inside the village, best with a door number, at most 100 characters.</summary>
        public required string Address { get; init; }

        /// <summary>Who books: resident (default), inn or organisation.</summary>
        public string? Class { get; init; }

        /// <summary>How near a truck comes: truck, tricycle, village-entrance or unknown (default).</summary>
        public string? Access { get; init; }

        /// <summary>Floor on which the things stand, -3 to 60; 1 is the ground floor.</summary>
        public int? Floor { get; init; }

        /// <summary>Is there a lift?</summary>
        public bool? Lift { get; init; }

        /// <summary>What is to be collected; the same code twice is added up.</summary>
        public required IReadOnlyList<ItemWish?> Items { get; init; }
    }

    /// <summary>What is kept.</summary>
    /// <param name="Hold">Goes into the confirmation; keep it to yourself.</param>
    /// <param name="ExpiresAt">Until when it is kept.</param>
    /// <param name="Slot">The slot.</param>
    /// <param name="Quote">Volume and fee.</param>
    public sealed record Response(string Hold, DateTimeOffset ExpiresAt, SlotView Slot, Quote Quote);

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder bookings) => bookings.MapPost("/holds", HandleAsync)
        .WithName(nameof(CreateHold)).WithSummary("暂留一个时段")
        .RequireRateLimiting(ClientLimits.Writes)
        .Produces<Response>(StatusCodes.Status201Created)
        .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status429TooManyRequests);

    /// <summary>Takes stop and volume by one conditional statement. An address has one hold: a newer one takes its place.</summary>
    public static async Task<IResult> HandleAsync(Request request, HttpContext http, BookingDesk desk, HoldExpiry expiry, CancellationToken cancellationToken)
    {
        var outcome = await HoldAsync(request, ClientLimits.ClientOf(http), desk, expiry, cancellationToken);
        return outcome.IsRefused(out var refusal, out var held) ? refusal.ToProblem() : TypedResults.Json(held, statusCode: StatusCodes.Status201Created);
    }

    /// <summary>The same for callers inside: an operator who books for somebody is the client then, whose holds are counted.</summary>
    public static async Task<Outcome<Response>> HoldAsync(Request request, string client, BookingDesk desk, HoldExpiry expiry, CancellationToken cancellationToken)
    {
        var now = desk.Clock.Now;
        var checkedWish = Check(request, desk.Facts, now);
        if (checkedWish.IsRefused(out var wrong, out var wish))
        {
            return wrong;
        }

        var hold = Prepare(wish, desk, now);
        var clientKey = desk.Secrets.Key("client", client);
        var refusal = await TryAsync(hold, clientKey, desk, now, cancellationToken);
        if (refusal?.Code == BookingRefusals.SlotFull.Code && await expiry.ReleaseAsync(cancellationToken) > 0)
        {
            refusal = await TryAsync(hold, clientKey, desk, now, cancellationToken);
        }

        if (refusal is not null)
        {
            return refusal;
        }

        await desk.Cache.ForgetAsync(cancellationToken);
        return new Response(hold.Id, hold.ExpiresAt.ToOffset(JizhouClock.Offset), SlotView.Of(hold.Slot, desk.Facts), wish.Quote);
    }

    private static Outcome<Wish> Check(Request request, PickupFacts facts, DateTimeOffset now)
    {
        if (facts.Village(request.Village) is not { } village)
        {
            return BookingRefusals.NoSuchVillage(request.Village, facts.Nearest(request.Village));
        }

        List<FieldRefusal> refused = [];
        var address = PlainText.Clean(request.Address, "address", "地址", 100, refused);
        if (address is null && refused.Count == 0)
        {
            refused.Add(new("address", FieldCodes.Required, "请写村里的地址，最好有门牌号，例如“西街12号”。"));
        }

        DoorAccess.Check(request.Access, request.Floor, refused);
        if (facts.Booker(request.Class) is not { } booker)
        {
            refused.Add(BookingRefusals.NoSuchClass(request.Class!, facts.Book));
            return BookingRefusals.Fields(refused);
        }

        var (lines, wrong) = ItemLines.Check(request.Items, facts.Book, booker);
        refused.AddRange(wrong);
        if (refused.Count > 0)
        {
            return BookingRefusals.Fields(refused);
        }

        if (!SlotId.TryParse(request.Slot, out var slot) || slot.Area != village.Area.Code)
        {
            return BookingRefusals.NotOffered($"{village.Village.Name}所在的{village.Area.Name}没有这个时段");
        }

        var shares = SlotShares.Of(lines);
        return SlotCalendar.WhyNot(slot, facts.WishOf(booker, shares), facts.Book, facts.Holidays, now) is { } why
            ? BookingRefusals.NotOffered(why)
            : new Wish(slot, village, new HeldPlace(address!, request.Floor, request.Lift), booker, request.Access ?? DoorAccess.Unknown,
                lines.Sum(l => l.Litres), shares, Quote.Of(lines, facts.Book, booker, DateOnly.FromDateTime(now.DateTime)));
    }

    private static StoredHold Prepare(Wish wish, BookingDesk desk, DateTimeOffset now)
    {
        var id = OrderedId.New(now);
        var door = DoorNumber.From(wish.Place.Address, wish.Village.Township.Name, wish.Village.Village.Name, wish.Village.Village.OfficialName);
        return new StoredHold(id, wish.Slot, wish.Village.Village.Code,
            door is null ? desk.Secrets.Key("hold", id) : AddressKey.OfDoor(desk.Secrets, wish.Village.Village.Code, door), door is not null,
            wish.Litres, JsonSerializer.Serialize(wish.Quote, JsonForm.Options), wish.Booker.Code, wish.Shares, wish.Access,
            desk.Secrets.Seal(wish.Place, BookingSecrets.HoldAddress), "held", now + desk.Facts.Book.Rules.HoldFor);
    }

    // A refusal inside the transaction is thrown, so that the older hold of the address stays as it was.
    private static async Task<Refusal?> TryAsync(StoredHold hold, string client, BookingDesk desk, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            return await desk.Database.WriteAsync(async tx =>
            {
                var batch = new Batch(tx);
                var version = CalendarFence.Pass(batch, desk.Database.Dialect);
                Gate.Pass(batch, desk.Database.Dialect, "address " + hold.AddressKey);
                var older = HoldStore.OfAddress(batch, hold.AddressKey);
                var ofClient = HoldStore.CountOfClient(batch, client);
                await batch.RunAsync();
                await CalendarFence.RenewAsync(tx, desk.Facts, version);
                var booker = desk.Facts.Booker(hold.Booker) ?? desk.Facts.Book.DefaultClass;
                if (SlotCalendar.WhyNot(hold.Slot, desk.Facts.WishOf(booker, hold.Shares), desk.Facts.Book, desk.Facts.Holidays, now) is { } why)
                {
                    throw new RefusedException(BookingRefusals.NotOffered(why)); // decided behind the fence: the day may have been closed since it was shown
                }

                HoldStore.Insert(batch, hold, client, now);
                await TakeAsync(tx, batch, hold, older.Value, ofClient.Value, desk);
                return default(Refusal);
            }, cancellationToken);
        }
        catch (RefusedException refused) when (refused.InnerException is null && refused.Refusal.Status < 500)
        {
            return refused.Refusal;
        }
    }

    // What waits in the batch goes with the taking.
    private static async Task TakeAsync(DbTransaction tx, Batch batch, StoredHold hold, StoredHold? older, long ofClient, BookingDesk desk)
    {
        var room = desk.Facts.RoomOf(hold.Slot);
        var replaces = older is not null && await HoldStore.ChangeAsync(tx, older.Id, "replaced", "held");

        // A plain count: two at once may pass it by a few, which only bounds abuse; the slot itself is never over-taken.
        if (!replaces && ofClient >= desk.HoldsPerClient)
        {
            throw new RefusedException(BookingRefusals.TooManyHolds.Because($"您所在的网络上未确认的暂留太多。请先确认或放弃已选的时段，或过 {desk.Facts.Book.Rules.HoldFor.TotalMinutes:0} 分钟再试。") with { RetryAfterSeconds = 60 });
        }

        bool taken;
        if (replaces)
        {
            taken = await SlotStore.MoveAsync(tx, older!.Place, hold.Place, room);
            await batch.RunAsync();
        }
        else
        {
            var taking = SlotStore.Take(batch, hold.Place, room);
            await batch.RunAsync();
            taken = taking.IsDone;
        }

        if (!taken)
        {
            throw new RefusedException(BookingRefusals.Full(hold.Slot));
        }
    }

    private sealed record Wish(SlotId Slot, BookedVillage Village, HeldPlace Place, BookingClass Booker, string Access, int Litres, string Shares, Quote Quote);
}
