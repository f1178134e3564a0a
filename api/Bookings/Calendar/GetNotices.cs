using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Caching;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Calendar;

/// <summary>GET /bookings/notices — days that were called off, for the portal's banner: 12月3日北部山区片因降雪停收.</summary>
public static class GetNotices
{
    /// <summary>Called-off days from today on, the next first; of each area and day one entry for each reason.</summary>
    /// <param name="Items">The days.</param>
    /// <param name="Sample">True while areas and rules are samples (示例).</param>
    public sealed record Response(IReadOnlyList<Item> Items, bool Sample);

    /// <summary>A day of an area without pickup, or some windows of it.</summary>
    /// <param name="Area">The service area.</param>
    /// <param name="Date">The day.</param>
    /// <param name="Windows">Codes of the windows.</param>
    /// <param name="Reason">snow, ice, rain, forest-fire, road, vehicle, holiday or other.</param>
    /// <param name="Words">The reason in Chinese: 因降雪停收.</param>
    /// <param name="Text">The whole sentence for a banner.</param>
    /// <param name="DecidedAt">When it was called off.</param>
    public sealed record Item(GetSlots.AreaView Area, DateOnly Date, IReadOnlyList<string> Windows, string Reason, string Words, string Text, DateTimeOffset DecidedAt);

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder bookings) => bookings.MapGet("/notices", Handle)
        .WithName(nameof(GetNotices)).WithSummary("停收的日子和原因")
        .CacheOutput(CacheTags.Slots)
        .Produces<Response>();

    /// <summary>From the snapshot; bookings of these days were moved or wait for a new day, which only their residents see.</summary>
    public static IResult Handle(BookingDesk desk)
    {
        var (book, today) = (desk.Facts.Book, desk.Clock.Today);
        return TypedResults.Ok(new Response(
            [.. book.Areas.SelectMany(area => Of(area, book.Rules, today)).OrderBy(item => item.Date).ThenBy(item => item.Area.Code, StringComparer.Ordinal)], book.Rules.Sample));
    }

    private static IEnumerable<Item> Of(ServiceArea area, BulkyRules rules, DateOnly today) => area.Changes.Closings
        .Where(closing => closing.Value.Kind == ClosingKind.Closed && closing.Key.Date >= today)
        .GroupBy(closing => (closing.Key.Date, closing.Value.Reason, closing.Value.Words))
        .Select(same =>
        {
            var windows = rules.Windows.Where(window => same.Any(closing => closing.Key.Window == window.Code)).ToList();
            var part = windows.Count == rules.Windows.Count ? "" : string.Join('、', windows.Select(window => window.Name));
            return new Item(new GetSlots.AreaView(area.Code, area.Name), same.Key.Date, [.. windows.Select(window => window.Code)], same.Key.Reason, same.Key.Words,
                $"{same.Key.Date:M月d日}{part}{area.Name}{same.Key.Words}", same.Max(closing => closing.Value.At).ToOffset(TimeSpan.FromHours(8)));
        });
}
