using Jizhou.Public.Api.Platform.Caching;
using Jizhou.Public.Api.Platform.Notices;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Catalogue;

/// <summary>GET /bookings/catalogue — what can be booked, what never is and where it goes instead.</summary>
public static class GetCatalogue
{
    /// <summary>The catalogue with the rules that a form needs.</summary>
    /// <param name="Items">Items in the order people see them.</param>
    /// <param name="Categories">Groups of items.</param>
    /// <param name="Limits">The most of one booking.</param>
    /// <param name="Tariff">What it costs.</param>
    /// <param name="CutOff">The minute, on the working day before, until which a day can be booked, changed and cancelled.</param>
    /// <param name="HoldMinutes">How long a slot is kept.</param>
    /// <param name="Sample">True while volumes and rules are samples (示例): no truck will come.</param>
    /// <param name="Note">What people are told about the sample.</param>
    /// <param name="Reminders">Are residents with a mobile phone reminded by text message? If not, say 「我们不会发短信，请记下日期」. A landline is never promised one.</param>
    public sealed record Response(IReadOnlyList<Item> Items, IReadOnlyList<BulkyCategory> Categories, LimitsView Limits, TariffView Tariff,
        string CutOff, int HoldMinutes, bool Sample, string Note, bool Reminders);

    /// <summary>One item.</summary>
    /// <param name="Code">Goes into holds.</param>
    /// <param name="Name">What people read.</param>
    /// <param name="Aliases">Other names people search by.</param>
    /// <param name="Category">Code of its group.</param>
    /// <param name="Unit">Chinese measure word.</param>
    /// <param name="CubicMetres">Volume of one; null when it cannot be booked.</param>
    /// <param name="MaxPerBooking">Most in one booking; null when it cannot be booked.</param>
    /// <param name="Bookable">Can it be booked?</param>
    /// <param name="Prepare">What to do before the truck comes.</param>
    /// <param name="Reuse">Whom to ask first when it is still good.</param>
    /// <param name="Refusal">Why it is never taken and where it goes.</param>
    public sealed record Item(string Code, string Name, IReadOnlyList<string> Aliases, string Category, string? Unit, decimal? CubicMetres,
        int? MaxPerBooking, bool Bookable, string? Prepare, string? Reuse, BulkyItemRefusal? Refusal);

    /// <summary>The most of one booking.</summary>
    /// <param name="Lines">Different items.</param>
    /// <param name="CubicMetres">Volume.</param>
    public sealed record LimitsView(int Lines, decimal CubicMetres);

    /// <summary>What a pickup costs.</summary>
    /// <param name="Version">Version of the tariff.</param>
    /// <param name="Name">What people read.</param>
    /// <param name="Note">What people must know.</param>
    /// <param name="FenPerStop">Fee of a stop, in fen.</param>
    /// <param name="FenPerCubicMetre">Fee of a cubic metre, in fen.</param>
    /// <param name="Sample">True while it is a sample (示例).</param>
    public sealed record TariffView(string Version, string Name, string Note, int FenPerStop, int FenPerCubicMetre, bool Sample);

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder bookings) => bookings.MapGet("/catalogue", Handle)
        .WithName(nameof(GetCatalogue)).WithSummary("能预约收运的物品")
        .CacheOutput(CacheTags.Catalogue)
        .Produces<Response>();

    /// <summary>Made from content.</summary>
    public static IResult Handle(PickupFacts facts, NoticeChannels channels)
    {
        var (rules, catalogue, tariff) = (facts.Book.Rules, facts.Book.Catalogue, facts.Book.Tariff);
        return TypedResults.Ok(new Response(
            [.. catalogue.Items.Select(View)], catalogue.Categories, new LimitsView(rules.Limits.Lines, rules.Limits.Litres / 1000m),
            new TariffView(tariff.Version, tariff.Name, tariff.Note, tariff.FenPerStop, tariff.FenPerCubicMetre, tariff.Sample),
            Slots.SlotView.Time(rules.CutOff), (int)rules.HoldFor.TotalMinutes, catalogue.Sample, rules.Note, channels.ReachResidents));
    }

    private static Item View(BulkyItem item) => new(item.Code, item.Name, item.Aliases, item.Category, item.Unit,
        item.Bookable ? item.Litres / 1000m : null, item.Bookable ? item.MaxPerBooking : null, item.Bookable, item.Prepare, item.Reuse, item.Refusal);
}
