using System.Globalization;
using System.Text;
using Jizhou.Public.Api.Places.Hours;
using Jizhou.Public.Api.Platform.Hosting.Portal;

namespace Jizhou.Public.Api.Places.Pages;

/// <summary>What stands in the gaps of a place's page.</summary>
internal static class PlacePageText
{
    /// <summary>The gaps of a standing place's page.</summary>
    public static Dictionary<string, string> Of(PlaceEntry entry, PlaceNow now, DateTimeOffset moment, PlaceWords words, string canonical)
    {
        var place = entry.Place;
        var accepts = words.MaterialNames(place.Accepts);
        return new Dictionary<string, string>
        {
            ["notice"] = Notice(place.Sample),
            ["name"] = place.Name,
            ["id"] = place.Id,
            ["summary"] = $"{place.Name}：{words.KindName(place.Kind)}，收{accepts}。{(place.Sample ? "示例数据，请勿前往。" : "")}",
            ["canonical"] = canonical,
            ["kind"] = Kind(place.Kind, words),
            ["status"] = Status(entry, now, moment),
            ["township"] = Area(place.Township, place.Village, words),
            ["address"] = place.Address ?? "地址还没有收录",
            ["materials"] = string.Concat(place.Accepts.Select(code => $"<span class=\"tag\">{PageTemplate.Escape(words.Vocabulary.Material(code)?.Name ?? code)}</span>")),
            ["hours"] = Hours(entry, now),
            ["position"] = Position(entry),
            ["notes"] = Notes(entry, words),
        };
    }

    /// <summary>The gaps of a removed place's page.</summary>
    public static Dictionary<string, string> OfGone(RemovedPlace place, string? replacement, string canonical) => new()
    {
        ["notice"] = Notice(place.Sample),
        ["name"] = place.Name,
        ["canonical"] = canonical,
        ["replacement"] = $"<p>原因：{PageTemplate.Escape(place.Reason)}。</p>" + (replacement is null || place.ReplacedBy is null
            ? ""
            : $"<p>请改去 <a href=\"/places/{PageTemplate.Escape(place.ReplacedBy)}/\">{PageTemplate.Escape(replacement)}</a>。</p>"),
    };

    // The same bar that the site writes above every page that shows sample data (Components/notice).
    private static string Notice(bool sample) => sample
        ? "<aside class=\"sample\" aria-label=\"请先知道\"><div class=\"wrap\"><p>这个回收点为示例数据，请勿前往。</p></div></aside>"
        : "";

    private static string Kind(string code, PlaceWords words) =>
        words.Vocabulary.Kind(code) is { } kind ? $"{kind.Name}：{kind.Meaning}。" : code;

    private static string Status(PlaceEntry entry, PlaceNow now, DateTimeOffset moment)
    {
        var look = now.Answer.State switch { OpenState.Open or OpenState.Always => "open", OpenState.Closed => "shut", _ => "unknown" };
        var time = moment.ToOffset(TimeSpan.FromHours(8));
        var html = new StringBuilder($"<p class=\"short-answer place\"><span class=\"{look}\">{PageTemplate.Escape(now.Words)}</span></p>");
        if (entry.Status is { } status)
        {
            html.Append($"<p>{PageTemplate.Escape("机器：" + status.InWords(time))}</p>");
        }

        return html.ToString();
    }

    /// <summary>农历逢二、逢七，每天 7:00–11:00。接下来：11月28日（周六）、…</summary>
    private static string Hours(PlaceEntry entry, PlaceNow now)
    {
        var days = LunarWords.Of(entry.Place.Lunar);
        var words = HoursWords.Of(entry.Hours);
        var hours = days.Length == 0 ? words : $"{days}，{(words.StartsWith("每天 ", StringComparison.Ordinal) ? words[3..] : words)}";
        return now.Days.Count == 0 ? hours : $"{hours}。接下来：{string.Join("、", now.Days.Select(OpeningWords.Day))}";
    }

    private static string Area(string? township, string? village, PlaceWords words)
    {
        var names = new[] { words.Geo.Township(township ?? "")?.Name, words.Geo.Village(village ?? "")?.Name }.OfType<string>();
        return string.Join(' ', names) is { Length: > 0 } area ? area : "乡镇还没有收录";
    }

    private static string Position(PlaceEntry entry)
    {
        if (entry.Position is not { } position)
        {
            return "位置还没有收录。";
        }

        var numbers = string.Create(CultureInfo.InvariantCulture, $"经度 {position.Lng:F5}，纬度 {position.Lat:F5}（WGS-84）");
        return entry.Place.Illustrative ? $"只是示意，不是真实位置。{numbers}。" : $"{numbers}。";
    }

    private static string Notes(PlaceEntry entry, PlaceWords words)
    {
        var place = entry.Place;
        List<string> notes = [];
        if (place.Rejects.Count > 0)
        {
            notes.Add($"不收：{words.MaterialNames(place.Rejects)}。");
        }

        notes.Add($"谁可以来：{Content.PlaceVocabulary.Audiences.GetValueOrDefault(place.Audience, place.Audience)}。");
        notes.AddRange(new[]
        {
            place.AppointmentOnly ? "来之前要先约。" : null,
            place.Pays switch { true => "这里收废品给钱，价格以现场为准。", false => "这里不付钱。", _ => null },
            place.StepFree switch { true => "进出没有台阶。", false => "进出有台阶。", _ => null },
            place.Access is { } access ? $"怎么进：{access}。" : null,
            place.Phone is { } phone ? $"电话：{phone}。" : null,
            place.Operator is { } by ? $"运营：{by}。" : null,
            place.LastVerified is { } day ? $"{day.Year}年{day.Month}月{day.Day}日核对过。" : "还没有人到现场核对过。",
            $"来源：{place.Source}{(place.Licence is { } licence ? $"（{licence}）" : "")}。",
        }.OfType<string>());
        return $"<ul>{string.Concat(notes.Select(note => $"<li>{PageTemplate.Escape(note)}</li>"))}</ul>";
    }
}
