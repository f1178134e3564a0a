using System.Globalization;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Calendar.Pages;

/// <summary>GET /console/calendar/ — a month of an area: what is taken, what is closed and why.</summary>
public static class ShowMonth
{
    /// <summary>Maps the page.</summary>
    public static void Map(IEndpointRouteBuilder calendar) => calendar.MapGet("/", HandleAsync);

    /// <summary>The first area and this month unless others are asked for; what cannot be read means these.</summary>
    public static async Task<IResult> HandleAsync(HttpContext http, BookingDesk desk, CancellationToken cancellationToken)
    {
        var (query, today) = (http.Request.Query, desk.Clock.Today);
        var area = AreaOf(query["area"], desk.Facts);
        var month = DateOnly.TryParseExact(query["month"] + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked.Year is > 2000 and < 2200
            ? asked : new DateOnly(today.Year, today.Month, 1);
        var days = await desk.Database.ReadAsync(c => AreaMonth.ReadAsync(c, desk.Facts, area, month, month.AddMonths(1).AddDays(-1)), cancellationToken);
        return ConsolePage.Show<MonthPage>(http, new Dictionary<string, object?>
        {
            ["Areas"] = desk.Facts.Book.Areas,
            ["Area"] = area,
            ["Month"] = month,
            ["Today"] = today,
            ["Days"] = days,
        });
    }

    /// <summary>The area with a code; the first for any other text.</summary>
    public static ServiceArea AreaOf(string? code, PickupFacts facts) => facts.Book.Area(code ?? "") ?? facts.Book.Areas[0];
}
