using System.Globalization;
using System.Text;
using Jizhou.Public.Api.Places.Directions;
using Jizhou.Public.Api.Platform.Hosting.Portal;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Pages;

/// <summary>The facts of a place as fragments of its page. What is not known is said, or left out where nobody would miss it.</summary>
internal static class PlaceFacts
{
    /// <summary>The list of facts: where, what, for whom, prices, access, how sure.</summary>
    public static string List(PlaceEntry entry, PlaceWords words)
    {
        var place = entry.Place;
        var html = new StringBuilder();
        Row(html, "收什么", Materials(place.Accepts, words));
        Row(html, "不收", place.Rejects.Count == 0 ? null : Materials(place.Rejects, words));
        Row(html, "在哪里", Where(place, words));
        Row(html, "怎么进", Text(place.Access));
        Row(html, "台阶", place.StepFree switch { true => "进出没有台阶", false => "进出有台阶", _ => "有没有台阶，本站不知道" });
        Row(html, "谁可以来", Text(PlaceVocabulary.Audiences.GetValueOrDefault(place.Audience, place.Audience)) + (place.AppointmentOnly ? "，来之前要先约" : ""));
        Row(html, "给不给钱", place.Pays switch { true => "收废品给钱" + (place.Prices.Count == 0 ? "，价格以现场为准" : ""), false => "不付钱", _ => null });
        Row(html, "价目", place.Prices.Count == 0 ? null : Prices(place.Prices, words));
        Row(html, "电话", place.Phone is { } phone ? $"<a href=\"tel:{PageTemplate.Escape(phone)}\">{PageTemplate.Escape(phone)}</a>" : null);
        Row(html, "谁在管", Text(place.Operator));
        Row(html, "哪种场所", Standing(place));
        return html.ToString();
    }

    /// <summary>Where the record comes from and how sure it is.</summary>
    public static string Source(PlaceEntry entry)
    {
        var place = entry.Place;
        var html = new StringBuilder();
        Row(html, "位置", Text(Position(entry)));
        Row(html, "核对", place.LastVerified is { } day ? Text($"{Day(day)}核对过{(place.VerifiedBy is { } who ? $"（{who}）" : "")}") : "还没有人到现场核对过");
        Row(html, "来源", Text($"{place.Source}{(place.Licence is { } licence ? $"，许可 {licence}" : "，许可没有写明")}"));
        Row(html, "点位编号", $"<code>{PageTemplate.Escape(place.Id)}</code>，数据：<a href=\"/api/v1/places/{PageTemplate.Escape(place.Id)}\">JSON</a>");
        return html.ToString();
    }

    /// <summary>The links to other people's maps; says why there are none without a position.</summary>
    public static string Ways(PlaceEntry entry)
    {
        var place = entry.Place;
        if (entry.Position is not { } position)
        {
            return "<p>这个点的位置还没有收录，不能在地图里打开。请按地址找，或拨打天津本地 <a href=\"tel:12345\">12345</a>、外地手机 <a href=\"tel:022-12345\">022-12345</a> 问一问。</p>";
        }

        var links = MapLinks.To(position, place.Name, place.Address).Select(link =>
            $"<li><a href=\"{PageTemplate.Escape(link.Url)}\" rel=\"noopener noreferrer nofollow\" referrerpolicy=\"no-referrer\" target=\"_blank\">{link.Name}</a></li>");
        return $"<ul class=\"chips\">{string.Concat(links)}</ul>"
            + $"<p class=\"quiet\">{(place.Illustrative ? "位置是示意，别照着走。" : "")}按一下会离开本站，打开别家的地图；只告诉它点的位置，不告诉它您在哪儿。</p>";
    }

    /// <summary>Materials as links to the guide that says how to prepare them.</summary>
    public static string Materials(IReadOnlyList<string> codes, PlaceWords words) => codes.Count == 0
        ? "没有写明"
        : $"<span class=\"tags\">{string.Concat(codes.Select(code => Tag(code, words)))}</span>";

    private static string Tag(string code, PlaceWords words)
    {
        var material = words.Vocabulary.Material(code);
        var name = PageTemplate.Escape(material?.Name ?? code);
        return material?.Guide is { } guide ? $"<a class=\"tag\" href=\"{guide}\">{name}</a>" : $"<span class=\"tag\">{name}</span>";
    }

    private static string Where(Place place, PlaceWords words)
    {
        var township = words.Geo.Township(place.Township ?? "") is { } area ? $"<a href=\"/places/township/{area.Code}/\">{area.Name}</a>" : "乡镇还没有收录";
        var village = words.Geo.Village(place.Village ?? "")?.Name is { } name ? $" {PageTemplate.Escape(name)}" : "";
        return $"{township}{village}，{PageTemplate.Escape(place.Address ?? "地址还没有收录")}";
    }

    private static string? Standing(Place place)
    {
        var words = new[]
        {
            place.Setting is { } setting ? PlaceVocabulary.Settings.GetValueOrDefault(setting, setting) : null,
            place.Level is { } level ? PlaceVocabulary.Levels.GetValueOrDefault(level, level) + "网点" : null,
            place.DualNetwork ? "分类和回收两网融合" : null,
        };
        return string.Join("，", words.OfType<string>()) is { Length: > 0 } text ? PageTemplate.Escape(text) : null;
    }

    private static string Prices(IReadOnlyList<PlacePrice> prices, PlaceWords words) => "<ul class=\"prices\">" + string.Concat(prices.Select(price =>
        $"<li>{PageTemplate.Escape(words.Vocabulary.Material(price.Material)?.Name ?? price.Material)} "
        + $"{(price.Fen / 100m).ToString("0.##", CultureInfo.InvariantCulture)} 元/{PageTemplate.Escape(price.Unit)}（{Day(price.Since)}起）</li>")) + "</ul>";

    private static string Position(PlaceEntry entry)
    {
        if (entry.Position is not { } position)
        {
            return "位置还没有收录。";
        }

        var numbers = string.Create(CultureInfo.InvariantCulture, $"经度 {position.Lng:F5}，纬度 {position.Lat:F5}（WGS-84）");
        return entry.Place.Illustrative ? $"只是示意，不是真实位置。{numbers}。" : $"{numbers}。";
    }

    private static string Day(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";

    private static string? Text(string? words) => words is null ? null : PageTemplate.Escape(words);

    private static void Row(StringBuilder html, string name, string? value)
    {
        if (value is not null)
        {
            html.Append($"<div><dt>{name}</dt><dd>{value}</dd></div>");
        }
    }
}
