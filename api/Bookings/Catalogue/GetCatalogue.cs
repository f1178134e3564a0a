using Jizhou.Public.Api.Platform.Caching;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Notices;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Catalogue;

/// <summary>GET /bookings/catalogue — what can be booked, what never is and where it goes instead.</summary>
public static class GetCatalogue
{
    /// <summary>The catalogue with the rules that a form needs.</summary>
    /// <param name="Items">Items in the order people see them.</param>
    /// <param name="Categories">Groups of items.</param>
    /// <param name="Classes">Who books, with their limits, days and what they cannot book.</param>
    /// <param name="Services">What a truck comes for.</param>
    /// <param name="Limits">The most of one booking of a resident.</param>
    /// <param name="Tariff">What it costs a resident.</param>
    /// <param name="CutOff">The minute, on the working day before, until which a day can be booked, changed and cancelled.</param>
    /// <param name="HoldMinutes">How long a slot is kept.</param>
    /// <param name="HorizonDays">How many days ahead dates are offered.</param>
    /// <param name="MissedDays">Working days after the pickup within which a missed one can be reported.</param>
    /// <param name="KeepDays">Days after the pickup for which personal data is kept.</param>
    /// <param name="Access">How near a truck comes.</param>
    /// <param name="Sample">True while volumes and rules are samples (示例): no truck will come.</param>
    /// <param name="Note">What people are told about the sample.</param>
    /// <param name="Reminders">Are residents with a mobile phone reminded by text message? If not, say 「我们不会发短信，请记下日期」. A landline is never promised one.</param>
    public sealed record Response(IReadOnlyList<Item> Items, IReadOnlyList<BulkyCategory> Categories, IReadOnlyList<ClassView> Classes,
        IReadOnlyList<ServiceView> Services, LimitsView Limits, TariffView Tariff,
        string CutOff, int HoldMinutes, int HorizonDays, int MissedDays, int KeepDays, IReadOnlyList<AccessView> Access, bool Sample, string Note, bool Reminders);

    /// <summary>One item.</summary>
    /// <param name="Code">Goes into holds.</param>
    /// <param name="Name">What people read.</param>
    /// <param name="Aliases">Other names people search by.</param>
    /// <param name="Category">Code of its group.</param>
    /// <param name="Service">Code of the service that fetches it; null when it cannot be booked.</param>
    /// <param name="Unit">Chinese measure word.</param>
    /// <param name="CubicMetres">Volume of one; null when it cannot be booked.</param>
    /// <param name="MaxPerBooking">Most in one booking; null when it cannot be booked.</param>
    /// <param name="Bookable">Can it be booked?</param>
    /// <param name="Prepare">What to do before the truck comes.</param>
    /// <param name="Reuse">Whom to ask first when it is still good.</param>
    /// <param name="Refusal">Why it is never taken and where it goes.</param>
    public sealed record Item(string Code, string Name, IReadOnlyList<string> Aliases, string Category, string? Service, string? Unit, decimal? CubicMetres,
        int? MaxPerBooking, bool Bookable, string? Prepare, string? Reuse, BulkyItemRefusal? Refusal);

    /// <summary>The most of one booking.</summary>
    /// <param name="Lines">Different items.</param>
    /// <param name="CubicMetres">Volume.</param>
    /// <param name="OpenPerAddress">Bookings of one address that are still to be collected.</param>
    /// <param name="OpenPerPhone">The same of one phone number.</param>
    public sealed record LimitsView(int Lines, decimal CubicMetres, int OpenPerAddress, int OpenPerPhone)
    {
        internal static LimitsView Of(BulkyLimits limits) => new(limits.Lines, limits.Litres / 1000m, limits.OpenPerAddress, limits.OpenPerPhone);
    }

    /// <summary>Who books.</summary>
    /// <param name="Code">Goes into holds.</param>
    /// <param name="Name">What people read.</param>
    /// <param name="Hint">Who belongs to it.</param>
    /// <param name="Weekdays">Days on which it is served (<c>monday</c> …); empty for every day of the area.</param>
    /// <param name="Limits">The most of one booking.</param>
    /// <param name="Tariff">What it costs.</param>
    /// <param name="Refused">What it cannot book, with the right channel.</param>
    public sealed record ClassView(string Code, string Name, string Hint, IReadOnlyList<string> Weekdays, LimitsView Limits, TariffView Tariff, IReadOnlyList<ClassRefusalView> Refused);

    /// <summary>What a class cannot book.</summary>
    /// <param name="Services">Codes of services.</param>
    /// <param name="Items">Codes of items.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="GoTo">Where it goes instead.</param>
    /// <param name="Link">Guide that explains it.</param>
    public sealed record ClassRefusalView(IReadOnlyList<string> Services, IReadOnlyList<string> Items, string Reason, string GoTo, string Link);

    /// <summary>What a truck comes for.</summary>
    /// <param name="Code">Goes into <c>GET /bookings/slots</c>.</param>
    /// <param name="Name">What people read.</param>
    /// <param name="Weekdays">Days on which it runs; empty for every day of the area.</param>
    /// <param name="OnHolidays">Does it run on public holidays?</param>
    /// <param name="SharePercent">How much of a slot's volume it may fill.</param>
    public sealed record ServiceView(string Code, string Name, IReadOnlyList<string> Weekdays, bool OnHolidays, int SharePercent);

    /// <summary>How near a truck comes.</summary>
    /// <param name="Code">Goes into holds.</param>
    /// <param name="Name">What people read.</param>
    public sealed record AccessView(string Code, string Name);

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
    public static IResult Handle(PickupFacts facts, JizhouClock clock, NoticeChannels channels)
    {
        var (book, rules, catalogue) = (facts.Book, facts.Book.Rules, facts.Book.Catalogue);
        return TypedResults.Ok(new Response(
            [.. catalogue.Items.Select(View)], catalogue.Categories, [.. book.Classes.Select(c => View(c, book, clock.Today))], [.. book.Services.Select(View)],
            LimitsView.Of(book.DefaultClass.Limits), View(book.TariffOf(book.DefaultClass, clock.Today)),
            Slots.SlotView.Time(rules.CutOff), (int)rules.HoldFor.TotalMinutes, rules.HorizonDays, rules.MissedDays, rules.KeepDays,
            [.. Holds.DoorAccess.Names.Select(a => new AccessView(a.Code, a.Name))], catalogue.Sample, rules.Note, channels.ReachResidents));
    }

    private static Item View(BulkyItem item) => new(item.Code, item.Name, item.Aliases, item.Category, item.Bookable ? item.Category : null, item.Unit,
        item.Bookable ? item.Litres / 1000m : null, item.Bookable ? item.MaxPerBooking : null, item.Bookable, item.Prepare, item.Reuse, item.Refusal);

    private static ClassView View(BookingClass booker, BulkyBook book, DateOnly today) => new(booker.Code, booker.Name, booker.Hint, Days(booker.Weekdays),
        LimitsView.Of(booker.Limits), View(book.TariffOf(booker, today)),
        [.. booker.Refused.Select(r => new ClassRefusalView(r.Services, r.Items, r.Refusal.Reason, r.Refusal.GoTo, r.Refusal.Link))]);

    private static ServiceView View(PickupService service) => new(service.Code, service.Name, Days(service.Weekdays), service.OnHolidays, service.SharePercent);

    private static TariffView View(Tariff tariff) =>
        new(tariff.Version, tariff.Name, tariff.Note, tariff.FenPerStop, tariff.FenPerCubicMetre, tariff.Sample);

    private static IReadOnlyList<string> Days(IReadOnlyList<DayOfWeek> days) => [.. days.Select(d => d.ToString().ToLowerInvariant())];
}
