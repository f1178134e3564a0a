using System.Text;
using Jizhou.Public.Api.Places.Hours;
using Jizhou.Public.Api.Platform.Hosting.Portal;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Pages;

/// <summary>What stands in the gaps of a place's page.</summary>
public sealed class PlacePageText(DistrictPicture picture)
{
    /// <summary>The gaps of a standing place's page.</summary>
    /// <param name="snapshot">The places.</param>
    /// <param name="entry">This one.</param>
    /// <param name="moment">Now; null for a page that is kept in files, which says nothing about now.</param>
    /// <param name="canonical">The page's address.</param>
    public IReadOnlyDictionary<string, string> Of(PlaceSnapshot snapshot, PlaceEntry entry, DateTimeOffset? moment, string canonical)
    {
        var (place, words) = (entry.Place, snapshot.Words);
        DateOnly? today = moment is { } now ? DateOnly.FromDateTime(now.ToOffset(TimeSpan.FromHours(8)).DateTime) : null;
        return new Dictionary<string, string>
        {
            ["notice"] = Notice(place.Sample),
            ["head"] = (place.Sample ? "<meta name=\"robots\" content=\"noindex\">" : "") + PlaceData.Of(entry, today, words, canonical),
            ["id"] = place.Id,
            ["name"] = place.Name,
            ["summary"] = $"{place.Name}：{words.KindName(place.Kind)}，收{words.MaterialNames(place.Accepts)}。{(place.Sample ? "示例数据，请勿前往。" : "")}",
            ["canonical"] = canonical,
            ["kind"] = words.Vocabulary.Kind(place.Kind) is { } kind ? $"{kind.Name}：{kind.Meaning}。" : place.Kind,
            ["status"] = moment is { } time ? Status(entry, time) : "",
            ["facts"] = PlaceFacts.List(entry, words),
            ["ways"] = PlaceFacts.Ways(entry),
            ["week"] = WeekTable.Of(entry, today, words),
            ["picture"] = entry.Position is { } at ? picture.With(at, place.Name, place.Illustrative) : "",
            ["photo"] = place.Photo is { } photo ? Photo(photo) : "",
            ["neighbours"] = Neighbours.Of(snapshot, entry),
            ["source"] = PlaceFacts.Source(entry),
        };
    }

    /// <summary>The gaps of a removed place's page.</summary>
    internal static Dictionary<string, string> OfGone(RemovedPlace place, string? replacement, string canonical) => new()
    {
        ["notice"] = Notice(place.Sample),
        ["name"] = place.Name,
        ["canonical"] = canonical,
        ["replacement"] = $"<p>原因：{PageTemplate.Escape(place.Reason)}。</p>" + (replacement is null || place.ReplacedBy is null
            ? ""
            : $"<p>请改去 <a href=\"/places/{PageTemplate.Escape(place.ReplacedBy)}/\">{PageTemplate.Escape(replacement)}</a>。</p>"),
    };

    /// <summary>The bar that the site writes above every page with sample data (Components/notice); empty for real data.</summary>
    internal static string Notice(bool sample, string words = "这个回收点为示例数据，请勿前往。") => sample
        ? $"<aside class=\"sample\" aria-label=\"请先知道\"><div class=\"wrap\"><p>{words}</p></div></aside>"
        : "";

    private static string Status(PlaceEntry entry, DateTimeOffset moment)
    {
        var now = entry.Now(moment);
        var look = now.Answer.State switch { OpenState.Open or OpenState.Always => "open", OpenState.Closed => "shut", _ => "unknown" };
        var html = new StringBuilder($"<p class=\"short-answer\"><span class=\"{look}\">{PageTemplate.Escape(now.Words)}</span></p>");
        if (entry.Status is { } status)
        {
            html.Append($"<p>{PageTemplate.Escape("机器：" + status.InWords(moment))}</p>");
        }

        return html.ToString();
    }

    private static string Photo(PlacePhoto photo) =>
        $"<figure class=\"photo\"><img src=\"{PageTemplate.Escape(photo.Url)}\" alt=\"{PageTemplate.Escape(photo.Alt)}\" loading=\"lazy\"></figure>";
}
