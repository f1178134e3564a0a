using System.Text.Json;

namespace Jizhou.Public.Api.Places.Import.Formats;

/// <summary>Reads GeoJSON; a shape that is no point gives the middle of its box, no geometry gives no position.</summary>
public static class ReadGeoJson
{
    /// <summary>The cells of a feature; an ArcGIS feature keeps its geometry as x and y.</summary>
    internal static Dictionary<string, string> Record(JsonElement feature)
    {
        Dictionary<string, string> record = new(StringComparer.Ordinal);
        if (feature.ValueKind != JsonValueKind.Object)
        {
            throw new ImportFailedException("GeoJSON 的 features 里有不是对象的内容。");
        }

        if (feature.TryGetProperty("id", out var id))
        {
            record["id"] = JsonCells.Text(id);
        }

        (record["lng"], record["lat"]) = ("", "");
        if (feature.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
        {
            JsonCells.Add(record, properties);
        }

        if (Position(feature) is { } position)
        {
            (record["lng"], record["lat"]) = position; // a property lng may be of another datum
        }

        return record;
    }

    private static (string Lng, string Lat)? Position(JsonElement feature)
    {
        if (!feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind != JsonValueKind.Object || !geometry.TryGetProperty("coordinates", out var at))
        {
            return null;
        }

        var isPoint = at.ValueKind == JsonValueKind.Array && at.GetArrayLength() >= 2 && at[0].ValueKind == JsonValueKind.Number && at[1].ValueKind == JsonValueKind.Number;
        return isPoint ? (at[0].GetRawText(), at[1].GetRawText()) : JsonCells.Middle(at);
    }
}
