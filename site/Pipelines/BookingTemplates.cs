using Jizhou.Public.Site.Bodies;
using Jizhou.Public.Site.Pages;

namespace Jizhou.Public.Site.Pipelines;

/// <summary>The frame around the statistics of the pickup, which the API writes: <c>templates/booking-statistics.html</c>.</summary>
public static class BookingTemplates
{
    /// <summary>The templates.</summary>
    public static IEnumerable<SitePage> Run() =>
    [
        new()
        {
            Address = "/templates/booking-statistics.html",
            Title = "{{title}}",
            Summary = "{{summary}}",
            Body = typeof(FramedBody),
            Crumbs = [new("/", "首页"), new("/booking/", "约上门"), new("", "收运统计")],
            Styles = ["booking"],
            IsTemplate = true,
        },
    ];
}
