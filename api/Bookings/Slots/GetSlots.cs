using Jizhou.Public.Api.Platform.Caching;
using Jizhou.Public.Api.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace Jizhou.Public.Api.Bookings.Slots;

/// <summary>GET /bookings/slots — when a village can be served.</summary>
public static class GetSlots
{
    /// <summary>The dates of the village's service area.</summary>
    /// <param name="Items">Slots in order of date and window.</param>
    /// <param name="CalendarKnownUntil">Last day whose holidays are on record; null when this year's are not.</param>
    /// <param name="Area">The service area.</param>
    /// <param name="Village">The village asked about.</param>
    /// <param name="CutOff">The minute, on the working day before, until which a day can be booked.</param>
    /// <param name="Sample">True while areas and rules are samples (示例): no truck will come.</param>
    public sealed record Response(IReadOnlyList<Item> Items, DateOnly? CalendarKnownUntil, AreaView Area, VillageName Village, string CutOff, bool Sample);

    /// <summary>One slot.</summary>
    /// <param name="Id">Goes into a hold.</param>
    /// <param name="Date">Day of the pickup.</param>
    /// <param name="Window">Code of the window.</param>
    /// <param name="StartsAt">Local time.</param>
    /// <param name="EndsAt">Local time.</param>
    /// <param name="Area">Code of the service area.</param>
    /// <param name="State">open, full, closed or not-on-record.</param>
    /// <param name="Available">Can it be held for the volume asked about? A not-on-record day that is available is provisional (暂定).</param>
    /// <param name="Reason">Why it is closed or provisional, in Chinese.</param>
    public sealed record Item(string Id, DateOnly Date, string Window, string StartsAt, string EndsAt, string Area, SlotState State, bool Available, string? Reason);

    /// <summary>A service area.</summary>
    /// <param name="Code">Code.</param>
    /// <param name="Name">What people read.</param>
    public sealed record AreaView(string Code, string Name);

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder bookings) => bookings.MapGet("/slots", HandleAsync)
        .WithName(nameof(GetSlots)).WithSummary("可约的日期和时段")
        .CacheOutput(CacheTags.Slots)
        .Produces<Response>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    /// <summary>The list may be cached for a few seconds; the real check is at hold and confirmation.</summary>
    /// <param name="village">12-digit code of the village or community.</param>
    /// <param name="desk">What decides.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <param name="from">First day wanted; today when absent.</param>
    /// <param name="volume">Volume wanted, in m³; the smallest item when absent.</param>
    /// <param name="booker">Who books: resident (default), inn or organisation.</param>
    /// <param name="service">What is to be fetched; may be given several times. A slot is offered when all of them run that day.</param>
    public static async Task<IResult> HandleAsync(string village, BookingDesk desk, CancellationToken cancellationToken, DateOnly? from = null, decimal? volume = null,
        [FromQuery(Name = "class")] string? booker = null, [FromQuery] string[]? service = null)
    {
        var facts = desk.Facts;
        if (facts.Village(village) is not { } place)
        {
            return BookingRefusals.NoSuchVillage(village, facts.Nearest(village)).ToProblem();
        }

        var (wish, wrong) = Wish(booker, service ?? [], facts);
        if (wish is null)
        {
            return wrong!.ToProblem();
        }

        var most = wish.Booker.Limits.Litres / 1000m;
        if (volume is <= 0 || volume > most)
        {
            return BookingRefusals.VolumeOutOfRange(volume.Value, most).ToProblem();
        }

        var now = desk.Clock.Now;
        var (first, last) = SlotCalendar.Horizon(facts.Book.Rules, now);
        var taken = await desk.Database.ReadAsync(c => SlotStore.TakenAsync(c, place.Area.Code, first, last), cancellationToken);
        var litres = volume is { } v ? (int)decimal.Ceiling(v * 1000) : facts.Book.Catalogue.SmallestLitres;
        var slots = SlotCalendar.Open(facts.Book, place.Area, wish, facts.Holidays, taken, now, from ?? desk.Clock.Today, litres);
        return TypedResults.Ok(new Response([.. slots.Select(View)], facts.Holidays.KnownUntil(desk.Clock.Today),
            new AreaView(place.Area.Code, place.Area.Name), new VillageName(place.Village.Code, place.Village.Label),
            SlotView.Time(facts.Book.Rules.CutOff), facts.Book.Rules.Sample));
    }

    private static (SlotWish? Wish, Refusal? Wrong) Wish(string? booker, string[] services, PickupFacts facts)
    {
        if (facts.Booker(booker) is not { } found)
        {
            return (null, Wrong(BookingRefusals.NoSuchClass(booker!, facts.Book)));
        }

        var known = services.Distinct(StringComparer.Ordinal).Select(code => (Code: code, Service: facts.Book.Service(code))).ToList();
        return known.Find(s => s.Service is null) is { Code: { } unknown }
            ? (null, Wrong(new FieldRefusal("service", FieldCodes.NotOneOf, $"没有“{unknown}”这种服务，应为：{string.Join('、', facts.Book.Services.Select(s => s.Code))}。")))
            : (new SlotWish(found, [.. known.Select(s => s.Service!)]), null);
    }

    private static Refusal Wrong(FieldRefusal field) => PlatformRefusals.InvalidParameter.Because(field.Message) with { Fields = [field] };

    private static Item View(OfferedSlot slot) => new(slot.Id.ToString(), slot.Id.Date, slot.Window.Code, SlotView.Time(slot.Window.StartsAt),
        SlotView.Time(slot.Window.EndsAt), slot.Id.Area, slot.State, slot.Available, slot.Reason);
}
