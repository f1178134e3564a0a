using System.Text;
using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Api.Platform.Hosting.Portal;

namespace Jizhou.Public.Api.Places.Pages;

/// <summary>Where to go when this place is closed or full: the nearest others, or those of the same township where no position is known.</summary>
public static class Neighbours
{
    private const int Most = 5;

    /// <summary>The section with its heading; nothing when there is no other place.</summary>
    public static string Of(PlaceSnapshot snapshot, PlaceEntry entry)
    {
        var html = new StringBuilder();
        foreach (var (other, far) in entry.Position is { } from ? Nearest(snapshot, entry, from) : SameTownship(snapshot, entry))
        {
            var place = other.Place;
            html.Append($"<li><a href=\"/places/{PageTemplate.Escape(place.Id)}/\">{PageTemplate.Escape(place.Name)}</a>")
                .Append($"<span class=\"quiet\">{PageTemplate.Escape(far + snapshot.Words.KindName(place.Kind))}</span></li>");
        }

        return html.Length == 0 ? "" : $"<section aria-labelledby=\"others\"><h2 id=\"others\">附近还有</h2><ul class=\"neighbours\">{html}</ul></section>";
    }

    private static IEnumerable<(PlaceEntry Entry, string Far)> Nearest(PlaceSnapshot snapshot, PlaceEntry entry, Position from)
    {
        var hits = new Hit[Most + 1];
        var anything = new PlaceFilter(snapshot, 0, false, 0, null);
        var found = snapshot.IndexFor(anything).Nearest(from, double.PositiveInfinity, Hit.BeforeAll, anything, hits);
        return hits.Take(found)
            .Select(hit => (Entry: snapshot.Places[hit.Ordinal], Far: $"{DistanceWords.Of(hit.Metres)} · "))
            .Where(pair => pair.Entry != entry).Take(Most);
    }

    private static IEnumerable<(PlaceEntry Entry, string Far)> SameTownship(PlaceSnapshot snapshot, PlaceEntry entry) =>
        snapshot.ByName.Where(other => other != entry && other.Place.Township == entry.Place.Township).Take(Most).Select(other => (other, ""));
}
