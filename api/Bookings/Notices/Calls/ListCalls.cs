using System.Globalization;
using Jizhou.Public.Api.Platform.Formats;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Notices;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;

namespace Jizhou.Public.Api.Bookings.Notices.Calls;

/// <summary>GET /console/calls/ and /console/calls.csv — whom to ring today, what to say, and what became of it.</summary>
public static class ListCalls
{
    private const int PageSize = 50;

    /// <summary>Maps page and file.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var calls = app.MapGroup("/console").ExcludeFromDescription().RequireRole(CallRoles.Callers);
        calls.MapGet("/calls/", ShowAsync);
        calls.MapGet("/calls.csv", ExportAsync);
    }

    /// <summary>One page; an area or page that does not exist counts as not asked for.</summary>
    public static async Task<IResult> ShowAsync(HttpContext http, CallSheet sheet, BookingDesk desk, NoticeChannels channels, CancellationToken cancellationToken)
    {
        var filter = CallFilter.Of(http.Request.Query, desk);
        var all = await sheet.ReadAsync(cancellationToken);
        var lines = all.Where(filter.Passes).ToList();
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (lines.Count + PageSize - 1) / PageSize));
        return ConsolePage.Show<CallsPage>(http, new Dictionary<string, object?>
        {
            ["Lines"] = lines.Skip((page - 1) * PageSize).Take(PageSize).ToList(),
            ["Total"] = lines.Count,
            ["Shown"] = filter with { Page = page },
            ["HasNext"] = lines.Count > page * PageSize,
            ["Areas"] = desk.Facts.Book.Areas,
            ["Made"] = await desk.Database.ReadAsync(c => CallStore.MadeAsync(c, JizhouClock.At(desk.Clock.Today, default)), cancellationToken),
            ["SendsTexts"] = channels.ReachResidents,
            ["IsSample"] = desk.Facts.Book.Rules.Sample,
            ["Today"] = desk.Clock.Today,
        });
    }

    /// <summary>The sheet as it is filtered, with phone numbers; that it was taken is noted.</summary>
    public static async Task<IResult> ExportAsync(HttpContext http, CallSheet sheet, BookingDesk desk, AuditLog audit, CancellationToken cancellationToken)
    {
        var filter = CallFilter.Of(http.Request.Query, desk);
        var table = new CsvText("what", "phone", "name", "village", "label", "when", "say", "tries", "last_result");
        var lines = (await sheet.ReadAsync(cancellationToken)).Where(filter.Passes).ToList();
        foreach (var line in lines)
        {
            table.Row(line.What, line.Phone, line.Name, line.Village, line.Label, line.When, line.Say, line.Tries.Count,
                line.Tries is [var last, ..] ? CallResult.Names.GetValueOrDefault(last.Result, last.Result) : "");
        }

        await audit.NoteAsync(Actor.Of(http.User), NoticeActions.CallsExported, "calls",
            string.Create(CultureInfo.InvariantCulture, $"下载了 {lines.Count} 行，含电话。"), cancellationToken);
        http.Response.Headers.CacheControl = "no-store";
        return table.ToFile("calls.csv", withMark: true);
    }
}

/// <summary>Which lines of the sheet are asked for.</summary>
/// <param name="Area">Code of an area, or blank.</param>
/// <param name="Page">Counted from 1.</param>
public sealed record CallFilter(string Area, int Page)
{
    /// <summary>Reads the query of the page.</summary>
    public static CallFilter Of(IQueryCollection query, BookingDesk desk) => new(
        desk.Facts.Book.Area(query["area"].ToString()) is { } area ? area.Code : "",
        int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1);

    /// <summary>Does a line pass?</summary>
    public bool Passes(CallSheet.Line line) => Area.Length == 0 || line.Area == Area;

    /// <summary>The filter as a query, for links and for the way back after a result.</summary>
    public string Query(int page) => QueryString.Create(
        new Dictionary<string, string?> { ["area"] = Area, ["page"] = page > 1 ? page.ToString(CultureInfo.InvariantCulture) : "" }.Where(part => part.Value!.Length > 0)).ToString();
}
