using Jizhou.Public.Api.Platform.Hosting.Portal;
using Jizhou.Public.Api.Reports.Counts;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Reports.Pages;

/// <summary>
/// GET /report/ — the form, complete without JavaScript: for one place (<c>?place=ID</c>, where a scanned code leads), for a spot
/// (<c>?kind=…&amp;township=…</c>), or the choice between them. GET /p/ID is the short address that stands in the codes.
/// </summary>
public static class ShowForm
{
    /// <summary>Address of the form.</summary>
    public const string Path = "/report/";

    private const int MostFound = 30;

    /// <summary>Maps both.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, HandleAsync).ExcludeFromDescription();
        app.MapGet("/p/{id}", static (string id, HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-cache";
            return TypedResults.LocalRedirect($"{Path}?place={Uri.EscapeDataString(id)}");
        }).ExcludeFromDescription();
    }

    private static Task<IResult> HandleAsync(HttpContext http, ReportDesk desk, FramedPage page, CancellationToken cancellationToken) =>
        ShowAsync(http, FormValues.Of(http.Request.Query), desk, page, cancellationToken);

    /// <summary>The page that fits the values, with what must be mended on top.</summary>
    public static async Task<IResult> ShowAsync(HttpContext http, FormValues values, ReportDesk desk, FramedPage page, CancellationToken cancellationToken)
    {
        var status = values.Refused.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        if (values.Place.Length > 0 && desk.Places.Find(values.Place) is { } place)
        {
            return await page.ShowAsync<PlaceForm>(http, Frame($"{place.Name}怎么了？"), With(values, desk, ("Place", place)), status);
        }

        if (values.Place.Length == 0 && desk.Facts.Book.Kind(values.Kind) is { About: ReportSubject.Spot } kind)
        {
            return await page.ShowAsync<SpotForm>(http, Frame(kind.Name), With(values, desk, ("Kind", kind)), status);
        }

        var found = http.Request.Query["q"].ToString().Trim() is { Length: > 0 and <= 60 } words ? desk.Places.Search(words, MostFound) : null;
        return await page.ShowAsync<StartForm>(http, Frame("发现问题，告诉我们"), With(values, desk,
            ("Words", http.Request.Query["q"].ToString()),
            ("Found", found ?? (values.Township.Length > 0 ? desk.Places.InTownship(values.Township) : null)),
            ("Gone", values.Place.Length > 0 ? desk.Places.WhyGone(values.Place)?.Detail ?? "没有这个点，码可能印错了或太旧。请在下面找。" : null),
            ("Counts", await CountReports.ReadAsync(desk, CountBy.Kind, cancellationToken))), status);
    }

    private static PageFrame Frame(string title) => new("/templates/report.html", Path, title, "点位满了、坏了、脏了、没了、时间不对，或有人乱倒建筑垃圾、露天焚烧、农村污水冒出来，在这里告诉我们，给您一个编号。",
        "示例：分工和答复期限是演示，没有单位在值守。");

    private static Dictionary<string, object?> With(FormValues values, ReportDesk desk, params (string Name, object? Value)[] more)
    {
        var all = new Dictionary<string, object?> { ["Values"] = values, ["Facts"] = desk.Facts };
        foreach (var (name, value) in more)
        {
            all[name] = value;
        }

        return all;
    }
}
