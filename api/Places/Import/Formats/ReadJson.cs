using System.Text.Json;

namespace Jizhou.Public.Api.Places.Import.Formats;

/// <summary>Reads the three JSON shapes: GeoJSON, Overpass JSON, and a bare array of objects (alone or as the one array of an object).</summary>
public static class ReadJson
{
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 32, AllowTrailingCommas = false };

    /// <summary>The table; refuses what is no JSON, was cut off, is nested too deeply or has another shape.</summary>
    public static SourceTable Of(string text, string? format)
    {
        using var document = Parse(text);
        var root = document.RootElement;
        return (format ?? Shape(root)) switch
        {
            "geojson" => ReadGeoJson.Of(root),
            "overpass" => ReadOverpass.Of(root),
            _ => ReadJsonArray.Of(root),
        };
    }

    private static JsonDocument Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text, Limits);
        }
        catch (JsonException failure)
        {
            var where = $"第 {failure.LineNumber + 1} 行第 {failure.BytePositionInLine + 1} 个字节";
            var deep = failure.Message.Contains("maximum configured depth", StringComparison.OrdinalIgnoreCase);
            throw new ImportFailedException(
                deep ? $"JSON 嵌套太深（{where}），最多 {Limits.MaxDepth} 层。" : $"不是完整的 JSON（{where}读不下去）。文件可能没有下载完，或被编辑器改坏了。", failure);
        }
    }

    private static string Shape(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return "json";
        }

        var type = root.TryGetProperty("type", out var word) && word.ValueKind == JsonValueKind.String ? word.GetString() : null;
        if (type is "FeatureCollection" or "Feature")
        {
            return "geojson";
        }

        return root.TryGetProperty("elements", out var elements) && elements.ValueKind == JsonValueKind.Array ? "overpass" : "json";
    }
}
