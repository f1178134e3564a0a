using Jizhou.Public.Api.Platform.Caching;
using Jizhou.Public.Api.Platform.Formats;
using Jizhou.Public.Api.Platform.Hosting.Portal;

namespace Jizhou.Public.Api.Bookings.Statistics;

/// <summary>GET /bookings/statistics.csv — the same numbers as one long table; GET /bookings/statistics.csv-metadata.json — its columns, after CSV on the Web.</summary>
public static class ExportStatistics
{
    /// <summary>Address of the table.</summary>
    public const string Path = "/api/v1/bookings/statistics.csv";

    /// <summary>Where readers of CSV on the Web look for its description.</summary>
    public const string MetadataPath = Path + "-metadata.json";

    /// <summary>Maps both.</summary>
    public static void Map(IEndpointRouteBuilder bookings)
    {
        bookings.MapGet("/statistics.csv", HandleAsync).WithName(nameof(ExportStatistics)).WithSummary("上门收运的统计（CSV）")
            .CacheOutput(CacheTags.Exports).Produces<string>(contentType: "text/csv");
        bookings.MapGet("/statistics.csv-metadata.json", Describe).WithName("DescribeStatistics").WithSummary("统计表的列（CSVW）")
            .Produces<IReadOnlyDictionary<string, object>>(contentType: "application/csvm+json");
    }

    /// <summary>The table.</summary>
    /// <param name="desk">What decides.</param>
    /// <param name="http">The request.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <param name="bom">With the byte order mark that some spreadsheets need.</param>
    public static async Task<IResult> HandleAsync(BookingDesk desk, HttpContext http, CancellationToken cancellationToken, bool bom = false)
    {
        http.Response.Headers.Link = $"<{MetadataPath}>; rel=\"describedby\"; type=\"application/csvm+json\"";
        return StatisticsTable.Of(await GetStatistics.ReadAsync(desk, cancellationToken)).ToFile("pickup-statistics.csv", bom);
    }

    /// <summary>The columns with their types and meanings, as CSV on the Web (W3C, tabular metadata) writes them.</summary>
    public static IResult Describe(PortalAddress address) => TypedResults.Json(
        new Dictionary<string, object>
        {
            ["@context"] = new object[] { "http://www.w3.org/ns/csvw", new Dictionary<string, string> { ["@language"] = "zh" } },
            ["url"] = address.Public + Path,
            ["dc:title"] = "上门收运统计",
            ["tableSchema"] = new Dictionary<string, object>
            {
                ["columns"] = StatisticsTable.Columns.Select(column => new Dictionary<string, object>
                {
                    ["name"] = column.Name,
                    ["titles"] = column.Name,
                    ["dc:description"] = column.Chinese,
                    ["datatype"] = column.Datatype,
                }).ToList(),
            },
        },
        contentType: "application/csvm+json");
}
