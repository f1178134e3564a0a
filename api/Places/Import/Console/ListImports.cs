using System.Globalization;
using Jizhou.Public.Api.Platform.Operators;

namespace Jizhou.Public.Api.Places.Import.ConsolePages;

/// <summary>GET /console/imports/ — what was imported, what waits, and the way to a new one.</summary>
public static class ListImports
{
    private const int PageSize = 50;

    /// <summary>Maps the page.</summary>
    public static void Map(IEndpointRouteBuilder imports) => imports.MapGet("/", HandleAsync);

    /// <summary>One page of imports, the newest first.</summary>
    public static async Task<IResult> HandleAsync(HttpContext http, ImportStore store, UploadDesk desk, CancellationToken cancellationToken)
    {
        var before = long.TryParse(http.Request.Query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue;
        var list = await store.ListAsync(before, PageSize + 1, cancellationToken);
        return ConsolePage.Show<ImportsPage>(http, new Dictionary<string, object?>
        {
            ["Imports"] = list.Take(PageSize).ToList(),
            ["Next"] = list.Count > PageSize ? list[PageSize - 1].Number : null,
            ["Last"] = await store.LastAsync(cancellationToken),
            ["Pending"] = desk.Pending(),
            ["Undone"] = http.Request.Query["undone"] == "1",
        });
    }
}
