using System.Globalization;
using Dapper;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Operators;

namespace Jizhou.Public.Api.Bookings.Rounds.Dispatch;

/// <summary>GET /console/rounds/ — today's and coming rounds by day and area: how much is booked, what is planned, handed out and done.</summary>
public static class ListRounds
{
    private const int DaysOnAPage = 14;

    /// <summary>A line: an area's day.</summary>
    /// <param name="Day">The day.</param>
    /// <param name="AreaCode">Code of the area.</param>
    /// <param name="Area">Name of the area.</param>
    /// <param name="Bookings">Bookings that are to be collected or were.</param>
    /// <param name="Litres">Their volume.</param>
    /// <param name="Waiting">Those in no round yet.</param>
    /// <param name="Done">Those with a result.</param>
    /// <param name="Trucks">Vehicles with what is known of them: 一号厢货 12 站，已派出.</param>
    public sealed record Line(DateOnly Day, string AreaCode, string Area, int Bookings, long Litres, int Waiting, int Done, IReadOnlyList<string> Trucks);

    /// <summary>Maps the page.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/console/rounds/", HandleAsync).ExcludeFromDescription().RequireRole(RoundRoles.Readers);

    /// <summary>The address of an area's day.</summary>
    public static string Address(string area, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"/console/rounds/{area}/{day:yyyy-MM-dd}/");

    /// <summary>A day out of an address; null when it cannot be read.</summary>
    public static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 2200 ? day : null;

    /// <summary>Two weeks from today, or from another day; only one area or one vehicle when asked.</summary>
    public static async Task<IResult> HandleAsync(HttpContext http, RoundDesk desk, CancellationToken cancellationToken)
    {
        var (today, query) = (desk.Bookings.Clock.Today, http.Request.Query);
        var (from, area, truck) = (DayOf(query["from"]) ?? today, query["area"].ToString(), query["truck"].ToString());
        var to = from.AddDays(DaysOnAPage - 1);
        var lines = await desk.Bookings.Database.ReadAsync(c => LinesAsync(c, desk, from, to), cancellationToken);
        return ConsolePage.Show<RoundList>(http, new Dictionary<string, object?>
        {
            ["From"] = from,
            ["Today"] = today,
            ["Days"] = DaysOnAPage,
            ["Area"] = area,
            ["Truck"] = truck,
            ["Book"] = desk.Bookings.Facts.Book,
            ["Lines"] = lines.Where(l => (area.Length == 0 || l.AreaCode == area)
                && (truck.Length == 0 || l.Trucks.Any(t => t.StartsWith(desk.Bookings.Facts.Book.Rounds.Truck(truck)?.Name ?? "?", StringComparison.Ordinal)))).ToList(),
        });
    }

    private static async Task<IReadOnlyList<Line>> LinesAsync(System.Data.Common.DbConnection connection, RoundDesk desk, DateOnly from, DateOnly to)
    {
        var counts = await connection.QueryAsync<(string Day, string Area, long Bookings, long Litres, long Waiting, long Done)>("""
            SELECT b.day, b.area, COUNT(*), SUM(b.litres), SUM(CASE WHEN b.state IN ('booked', 'assigned') AND s.reference IS NULL THEN 1 ELSE 0 END),
                   SUM(CASE WHEN b.state IN ('collected', 'partly-collected', 'not-collected') THEN 1 ELSE 0 END)
            FROM booking b LEFT JOIN round_stop s ON s.reference = b.reference AND s.left_at IS NULL
            WHERE b.day >= @from AND b.day <= @to AND b.state NOT IN ('cancelled', 'postponed') GROUP BY b.day, b.area ORDER BY b.day, b.area
            """, new { from = SlotStore.Day(from), to = SlotStore.Day(to) });
        var stops = (await RoundStore.StopsAsync(connection, from, to)).ToLookup(s => (s.Round.Day, s.Round.Area));
        var book = desk.Bookings.Facts.Book;
        return [.. counts.Select(c => new Line(RoundStore.DayOf(c.Day), c.Area, book.Area(c.Area)?.Name ?? c.Area, (int)c.Bookings, c.Litres, (int)c.Waiting, (int)c.Done,
            [.. stops[(RoundStore.DayOf(c.Day), c.Area)].GroupBy(s => s.Round).Select(r => $"{book.Rounds.Truck(r.Key.Truck)?.Name ?? r.Key.Truck} {r.Count()} 站，{(r.Key.IsAssigned ? "已派出" : "未派出")}")]))];
    }
}
