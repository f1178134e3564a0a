using Jizhou.Public.Site.Bodies;
using Jizhou.Public.Site.Pages;

namespace Jizhou.Public.Site.Pipelines;

/// <summary>
/// The templates that the API fills for places, which live in the database: a place, the list of a township, a place that was
/// removed, the coverage of the district, and the prices of recyclables. <c>{{token}}</c> stands for text that the API escapes, <c>{{{token}}}</c> for a fragment it writes;
/// <c>{{{notice}}}</c> before the header is the warning of a sample place, and nothing for a real one.
/// </summary>
public static class PlaceTemplates
{
    /// <summary>The templates.</summary>
    public static IEnumerable<SitePage> Run() =>
    [
        new()
        {
            Address = "/templates/place.html",
            Title = "{{name}}",
            Summary = "{{summary}}",
            Body = typeof(PlaceBody),
            Crumbs = [new("/", "首页"), new("/places/", "去哪投"), new("", "{{name}}")],
            IsTemplate = true,
            HasHead = true,
        },
        new()
        {
            Address = "/templates/places-township.html",
            Title = "{{name}}的回收点",
            Summary = "{{summary}}",
            Body = typeof(PlacesTownshipBody),
            Crumbs = [new("/", "首页"), new("/places/", "去哪投"), new("", "{{name}}")],
            IsTemplate = true,
            HasHead = true,
        },
        new()
        {
            Address = "/templates/place-gone.html",
            Title = "这个点已经撤了",
            Summary = "这个回收点已经撤了，请找最近的其他点。",
            Body = typeof(PlaceGoneBody),
            Crumbs = [new("/", "首页"), new("/places/", "去哪投"), new("", "{{name}}")],
            Listed = false,
            IsTemplate = true,
        },
        new()
        {
            Address = "/templates/coverage.html",
            Title = "哪里有点，哪里没有",
            Summary = "蓟州区各乡镇和街道有几个回收、投放点，哪些村还没有。",
            Body = typeof(CoverageBody),
            Crumbs = [new("/", "首页"), new("/places/", "去哪投"), new("", "哪里有点，哪里没有")],
            IsTemplate = true,
        },
        new()
        {
            Address = "/templates/prices.html",
            Title = "回收价格参考",
            Summary = "废纸、塑料、金属、旧家电哪里收多少钱：写明地点、日期、来源，过期的写明过期。",
            Body = typeof(PricesBody),
            Crumbs = [new("/", "首页"), new("/places/", "去哪投"), new("", "回收价格参考")],
            IsTemplate = true,
        },
    ];
}
