using System.Text.Json;

namespace Jizhou.Public.Api.Places.Import.Formats;

/// <summary>Reads an array of objects, alone or as the only array of objects in an object.</summary>
public static class ReadJsonArray
{
    /// <summary>The table; refuses other shapes.</summary>
    public static SourceTable Of(JsonElement root)
    {
        var arrays = root.ValueKind switch
        {
            JsonValueKind.Array => [root],
            JsonValueKind.Object => [.. root.EnumerateObject().Select(member => member.Value).Where(IsListOfObjects)],
            _ => (JsonElement[])[],
        };
        if (arrays.Length != 1 || !IsListOfObjects(arrays[0]))
        {
            throw new ImportFailedException("JSON 里没有找到一组点：应为对象的数组、GeoJSON 的 FeatureCollection，或 Overpass 的回答。");
        }

        return SourceTable.Of([.. arrays[0].EnumerateArray().Select(Record)], null);
    }

    private static bool IsListOfObjects(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object);

    private static Dictionary<string, string> Record(JsonElement item)
    {
        Dictionary<string, string> record = new(StringComparer.Ordinal);
        JsonCells.Add(record, item);
        return record;
    }
}
