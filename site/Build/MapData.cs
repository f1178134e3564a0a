using System.Text.Json;
using Jizhou.Public.Content;

namespace Jizhou.Public.Site.Build;

/// <summary>What the map draws of our own: the outline for orientation, and the seats of townships whose position GeoNames gives.</summary>
public static class MapData
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };

    /// <summary>Writes <c>{"outline":[[lng,lat],…],"labels":[["渔阳镇",lng,lat],…]}</c>; a seat bears its township's name. The source's other places have names in pinyin only, which would help nobody here.</summary>
    public static string Write(Geography geography) => JsonSerializer.Serialize(
        new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["outline"] = geography.Boundary.Select(point => new[] { Math.Round(point.Lng, 5), Math.Round(point.Lat, 5) }),
            ["labels"] = geography.Points.Select(point => (geography.Township(point.Township ?? "")?.Name, point.Position)).Where(label => label.Name is not null)
                .Select(label => new object[] { label.Name!, label.Position.Lng, label.Position.Lat }),
        },
        Options);
}
