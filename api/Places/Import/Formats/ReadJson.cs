using System.Text;
using System.Text.Json;
using Jizhou.Public.Api.Places.Import.Decoding;

namespace Jizhou.Public.Api.Places.Import.Formats;

/// <summary>
/// Reads JSON: GeoJSON, Overpass JSON, answers of ArcGIS and CKAN servers, and arrays of objects anywhere near the root. Each item is read and let go.
/// </summary>
public static class ReadJson
{
    /// <summary>How deeply a file may be nested.</summary>
    public const int MostLevels = 32;

    /// <summary>The table; refuses what is no JSON, was cut off, is nested too deeply or has another shape.</summary>
    public static SourceTable Of(DecodedText text, string? format)
    {
        var shape = Guarded(() => JsonShape.Of(Utf8(text)));
        var kind = format ?? (shape.Type is "FeatureCollection" or "Feature" ? "geojson" : shape.Path is [.., "elements"] ? "overpass" : "json");
        if (shape.Type == "Feature" || (shape.Path is null && shape.Type == "FeatureCollection"))
        {
            shape = shape with { Path = null };
        }
        else if (shape.Path is null)
        {
            throw new ImportFailedException("JSON 里没有找到一组点：应为对象的数组、GeoJSON 的 FeatureCollection，或 Overpass 的回答。");
        }

        var records = Records(text, shape, kind);
        List<string> columns = [];
        HashSet<string> known = new(StringComparer.Ordinal);
        foreach (var name in records.SelectMany(record => record.Keys).Where(known.Add))
        {
            columns.Add(name);
        }

        return new(columns, Rows(records, columns), kind == "overpass" ? "EPSG:4326" : shape.Crs);
    }

    private static IEnumerable<SourceRow> Rows(IEnumerable<Dictionary<string, string>> records, List<string> columns) => records.Select((record, i) =>
    {
        var cells = new string[columns.Count];
        for (var at = 0; at < cells.Length; at++)
        {
            cells[at] = record.GetValueOrDefault(columns[at]) ?? "";
        }

        return new SourceRow(i + 1, cells);
    });

    private static IEnumerable<Dictionary<string, string>> Records(DecodedText text, JsonShape shape, string kind)
    {
        using var stream = Utf8(text);
        var json = new ChunkedJson(stream);
        if (shape.Path is null)
        {
            if (shape.Type == "Feature" && json.NextValue() is { } only)
            {
                yield return ReadGeoJson.Record(only);
            }

            yield break;
        }

        GoTo(json, shape.Path);
        while (json.NextValue() is { } item)
        {
            if (Record(item, kind) is { } record)
            {
                yield return record;
            }
        }
    }

    private static Dictionary<string, string>? Record(JsonElement item, string kind)
    {
        if (kind == "overpass")
        {
            return ReadOverpass.Record(item);
        }

        return kind == "geojson" || item.TryGetProperty("properties", out _) ? ReadGeoJson.Record(item) : JsonCells.Record(item);
    }

    /// <summary>Stops inside the array that the names lead to.</summary>
    private static void GoTo(ChunkedJson json, IReadOnlyList<string> path)
    {
        var names = new string?[MostLevels + 2];
        while (json.Next())
        {
            if (json.Token == JsonTokenType.PropertyName)
            {
                names[json.Depth] = json.Text;
            }
            else if (json.Token == JsonTokenType.StartArray)
            {
                if (json.Depth == path.Count && names.Skip(1).Take(path.Count).SequenceEqual(path, StringComparer.Ordinal))
                {
                    return;
                }

                names[json.Depth + 1] = null; // what an array holds has no name
            }
        }
    }

    private static Stream Utf8(DecodedText text) =>
        text.Encoding is UTF8Encoding ? text.Bytes.Open() : Encoding.CreateTranscodingStream(text.Bytes.Open(), text.Encoding, Encoding.UTF8);

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (JsonException failure)
        {
            var where = $"第 {failure.LineNumber + 1} 行第 {failure.BytePositionInLine + 1} 个字节";
            var deep = failure.Message.Contains("maximum configured depth", StringComparison.OrdinalIgnoreCase);
            throw new ImportFailedException(
                deep ? $"JSON 嵌套太深（{where}），最多 {MostLevels} 层。" : $"不是完整的 JSON（{where}读不下去）。文件可能没有下载完，或被编辑器改坏了。", failure);
        }
    }
}
