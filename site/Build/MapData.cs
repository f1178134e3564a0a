using System.Text.Json;
using Jizhou.Public.Content;

namespace Jizhou.Public.Site.Build;

/// <summary>What the map draws of our own: the outline for orientation, and the places whose position GeoNames gives, seats of townships first.</summary>
public static class MapData
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };

    /// <summary>Writes <c>{"outline":[[lng,lat],…],"labels":[["渔阳镇",lng,lat],…]}</c>; a seat bears its township's name, other places the source's.</summary>
    public static string Write(Geography geography) => JsonSerializer.Serialize(
        new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["outline"] = geography.Boundary.Select(point => new[] { Math.Round(point.Lng, 5), Math.Round(point.Lat, 5) }),
            ["labels"] = geography.Points.OrderBy(point => point.Township is null)
                .Select(point => new object[] { geography.Township(point.Township ?? "")?.Name ?? point.Name, point.Position.Lng, point.Position.Lat }),
        },
        Options);
}
