using Jizhou.Public.Api.Platform.Hosting.Portal;

namespace Jizhou.Public.Api.Bookings.Statistics;

/// <summary>GET /booking/statistics/ — the statistics as one bar chart with its table, complete without JavaScript; <c>?month=2026-11</c> shows another month.</summary>
public static class ShowStatistics
{
    /// <summary>Address of the page.</summary>
    public const string Path = "/booking/statistics/";

    /// <summary>Maps the page.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Path, HandleAsync).ExcludeFromDescription();

    /// <summary>The month asked for, or the newest one; a month that is not among them shows the newest too.</summary>
    private static async Task<IResult> HandleAsync(HttpContext http, BookingDesk desk, FramedPage page, CancellationToken cancellationToken)
    {
        var months = await GetStatistics.ReadAsync(desk, cancellationToken);
        var asked = http.Request.Query["month"].ToString();
        var shown = months.FirstOrDefault(month => month.Month == asked) ?? months.FirstOrDefault(month => month.State == "complete") ?? (months.Count > 0 ? months[0] : null);
        var sample = desk.Facts.Book.Rules.Sample;
        return await page.ShowAsync<StatisticsPage>(http,
            new PageFrame("/templates/booking-statistics.html", Path, "收运统计", "每个月、每个乡镇：多久能约上，收走多少，漏收多少，改期多少，拉了多少、送到哪里。",
                sample ? "演示：不会有车来，这里的数来自试着约的人。" : null),
            new Dictionary<string, object?> { ["Months"] = months, ["Shown"] = shown, ["Sample"] = sample });
    }
}
