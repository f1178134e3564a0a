using Jizhou.Public.Site.Bodies;
using Jizhou.Public.Site.Pages;

namespace Jizhou.Public.Site.Pipelines;

/// <summary>The frames around the pages of reports, which the API writes: <c>templates/report.html</c> and <c>templates/report-status.html</c>.</summary>
public static class ReportTemplates
{
    /// <summary>The templates.</summary>
    public static IEnumerable<SitePage> Run() =>
    [
        Frame("report") with { Crumbs = [new("/", "首页"), new("", "上报问题")], Scripts = ["report-form"] },
        Frame("report-status") with { Crumbs = [new("/", "首页"), new("/report/", "上报问题"), new("", "查编号")], Listed = false },
    ];

    private static SitePage Frame(string name) => new()
    {
        Address = $"/templates/{name}.html",
        Title = "{{title}}",
        Summary = "{{summary}}",
        Body = typeof(FramedBody),
        IsTemplate = true,
    };
}
