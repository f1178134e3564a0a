using System.Text;
using Jizhou.Public.Api.Places.Hours;
using Jizhou.Public.Api.Platform.Hosting.Portal;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Pages;

/// <summary>What stands in the gaps of the list of a township: all its places, complete without JavaScript, a hundred to a page.</summary>
internal static class TownshipPageText
{
    /// <summary>How many places one page holds.</summary>
    public const int PageSize = 100;

    /// <summary>The places of a township by kind in the order of the vocabulary, then by name.</summary>
    public static IReadOnlyList<PlaceEntry> Places(PlaceSnapshot snapshot, string township) =>
    [
        .. snapshot.ByName.Where(entry => entry.Place.Township == township)
            .OrderBy(entry => snapshot.Words.KindBit(entry.Place.Kind) ?? int.MaxValue),
    ];

    /// <summary>How many pages the list of a township takes; at least one.</summary>
    public static int Pages(int places) => Math.Max(1, (places + PageSize - 1) / PageSize);

    /// <summary>The address of a page of the list.</summary>
    public static string Address(string township, int page) => page == 1 ? $"/places/township/{township}/" : $"/places/township/{township}/{page}/";

    /// <summary>The gaps of one page, counted from 1.</summary>
    public static Dictionary<string, string> Of(
        PlaceSnapshot snapshot, Township township, IReadOnlyList<PlaceEntry> places, int page, DateTimeOffset? moment, string baseAddress)
    {
        var shown = places.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        var sample = shown.Exists(entry => entry.Place.Sample);
        return new Dictionary<string, string>
        {
            ["notice"] = PlacePageText.Notice(sample, "以下回收点为示例数据，请勿前往。"),
            ["head"] = "",
            ["name"] = township.Name,
            ["code"] = township.Code,
            ["canonical"] = baseAddress + Address(township.Code, page),
            ["summary"] = $"{township.Name}的回收点，共 {places.Count} 个：收什么、什么时候开。{(sample ? "示例数据，请勿前往。" : "")}",
            ["count"] = places.Count == 0
                ? $"本站还没有收录{township.Name}的回收点。可以看看邻近乡镇，或拨打天津本地 12345、外地手机 022-12345 问一问。"
                : $"一共 {places.Count} 个点，按种类和名称排列。{(Pages(places.Count) > 1 ? $"这是第 {page} 页，共 {Pages(places.Count)} 页。" : "")}",
            ["places"] = List(shown, snapshot.Words, moment),
            ["pages"] = Turn(township.Code, page, Pages(places.Count)),
        };
    }

    private static string List(IReadOnlyList<PlaceEntry> places, PlaceWords words, DateTimeOffset? moment)
    {
        var html = new StringBuilder();
        foreach (var kind in places.GroupBy(entry => entry.Place.Kind))
        {
            html.Append($"<h2>{PageTemplate.Escape(words.KindName(kind.Key))}</h2><ol class=\"places\">").AppendJoin("", kind.Select(entry => Card(entry, words, moment))).Append("</ol>");
        }

        return html.ToString();
    }

    private static string Card(PlaceEntry entry, PlaceWords words, DateTimeOffset? moment)
    {
        var place = entry.Place;
        var village = words.Geo.Village(place.Village ?? "")?.Name;
        var where = string.Join(" · ", new[] { village, place.Address }.OfType<string>());
        var hours = moment is { } now
            ? $"<p class=\"{(entry.Now(now).IsOpen ? "open" : "shut")}\">{PageTemplate.Escape(entry.Now(now).Words)}</p>"
            : $"<p>{PageTemplate.Escape(HoursWords.Of(entry.Hours))}</p>";
        return $"<li class=\"place\"><h3><a href=\"/places/{PageTemplate.Escape(place.Id)}/\">{PageTemplate.Escape(place.Name)}</a></h3>{hours}"
            + $"<p>{PageTemplate.Escape(where.Length == 0 ? "地址还没有收录" : where)}</p><p>收{PageTemplate.Escape(words.MaterialNames(place.Accepts))}</p></li>";
    }

    private static string Turn(string township, int page, int pages)
    {
        var before = page > 1 ? $"<a class=\"button second\" rel=\"prev\" href=\"{Address(township, page - 1)}\">上一页</a>" : "";
        var after = page < pages ? $"<a class=\"button second\" rel=\"next\" href=\"{Address(township, page + 1)}\">下一页</a>" : "";
        return before.Length + after.Length == 0 ? "" : $"<p class=\"buttons\">{before}{after}</p>";
    }
}
