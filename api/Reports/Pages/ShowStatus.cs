using Jizhou.Public.Api.Platform.Hosting.Portal;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Reports.Pages;

/// <summary>/report/status/ — asks for the ticket; /report/status/{ticket}/ — where it stands, who answers, until when.</summary>
public static class ShowStatus
{
    private const string Path = "/report/status/";

    /// <summary>Maps the pages.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext http, FramedPage page) => AskAsync(http, page, "", null)).ExcludeFromDescription();
        app.MapPost(Path, FindAsync).RequireRateLimiting(ClientLimits.Writes).DisableAntiforgery().ExcludeFromDescription();
        app.MapGet(Path + "{ticket}", ShowAsync).RequireRateLimiting(ClientLimits.Writes).ExcludeFromDescription();
    }

    private static async Task<IResult> FindAsync(HttpContext http, ReportDesk desk, FramedPage page, CancellationToken cancellationToken)
    {
        if (!http.Request.HasFormContentType)
        {
            return PlatformRefusals.UnsupportedMediaType.Because("请用页面上的表单发送，或用 GET /api/v1/reports/编号。").ToProblem();
        }

        var typed = (await http.Request.ReadFormAsync(cancellationToken))["ticket"].ToString();
        if (await GetReport.FindAsync(typed, desk, cancellationToken) is not { } view)
        {
            return await AskAsync(http, page, typed, ReportRefusals.NoSuchReport().Detail, StatusCodes.Status404NotFound);
        }

        http.Response.Headers.Location = http.Request.PathBase + view.Status;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<IResult> ShowAsync(string ticket, HttpContext http, ReportDesk desk, FramedPage page, CancellationToken cancellationToken) =>
        await GetReport.FindAsync(ticket, desk, cancellationToken) is { } view
            ? await page.ShowAsync<StatusPage>(http, Frame($"{view.Kind.Name}：{view.StateWords}"), new Dictionary<string, object?> { ["View"] = view, ["Facts"] = desk.Facts })
            : await AskAsync(http, page, ticket, ReportRefusals.NoSuchReport().Detail, StatusCodes.Status404NotFound);

    private static Task<IResult> AskAsync(HttpContext http, FramedPage page, string typed, string? problem, int status = StatusCodes.Status200OK) =>
        page.ShowAsync<StatusForm>(http, Frame("看上报办到哪一步"), new Dictionary<string, object?> { ["Typed"] = typed.Length > 60 ? "" : typed, ["Problem"] = problem }, status);

    private static PageFrame Frame(string title) =>
        new("/templates/report-status.html", Path, title, "凭编号看上报办到哪一步、谁来办、最晚哪天答复。", "示例：分工和答复期限是演示，没有单位在值守。");
}
