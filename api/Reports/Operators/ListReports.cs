using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Text;

namespace Jizhou.Public.Api.Reports.Operators;

/// <summary>GET and POST /console/reports/ — the cases, those due first. The search by phone is a POST, so that the phone stands in no address.</summary>
public static class ListReports
{
    private const int PageSize = 50;

    /// <summary>One line of the list.</summary>
    /// <param name="View">What the resident sees.</param>
    /// <param name="HasPhoto">Is there a photo?</param>
    public sealed record Line(ReportView View, bool HasPhoto);

    /// <summary>Maps the page.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/console/reports").ExcludeFromDescription().RequireRole(ReportRoles.Readers).ChecksForms();
        group.MapGet("/", (HttpContext http, ReportDesk desk, CancellationToken cancellationToken) => ShowAsync(http, ReportFilter.Of(http.Request.Query), desk, cancellationToken));
        group.MapPost("/", FindAsync);
    }

    private static async Task<IResult> FindAsync(HttpContext http, ReportDesk desk, CancellationToken cancellationToken)
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        return await ShowAsync(http, new ReportFilter("", "", "", false, form["phone"].ToString().Trim(), 1), desk, cancellationToken);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, ReportFilter filter, ReportDesk desk, CancellationToken cancellationToken)
    {
        var isPhone = PhoneNumber.TryParse(filter.Phone, out var phone);
        var phoneKey = isPhone ? desk.Secrets.Key("phone", phone.Digits) : "";
        var today = desk.Clock.Today;
        var cases = filter.Phone.Length > 0 && !isPhone
            ? []
            : await desk.Database.ReadAsync(connection => CaseStore.ListAsync(connection, filter, phoneKey, today, PageSize), cancellationToken);
        return ConsolePage.Show<ReportList>(http, new Dictionary<string, object?>
        {
            ["Filter"] = filter,
            ["Book"] = desk.Facts.Book,
            ["Townships"] = desk.Facts.Geo.Townships,
            ["Lines"] = cases.Take(PageSize).Select(c => new Line(ReportView.Of(c.Report, c.Report, c.Reports, desk.Facts, today), c.Report.HasPhoto)).ToList(),
            ["HasMore"] = cases.Count > PageSize,
            ["Problem"] = filter.Phone.Length > 0 && !isPhone ? "这不是电话号码。请写 11 位手机号，或带区号的座机号。" : null,
        });
    }
}
