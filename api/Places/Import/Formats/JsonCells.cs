using System.Globalization;
using System.Text.Json;

namespace Jizhou.Public.Api.Places.Import.Formats;

/// <summary>Turns JSON values into the texts of cells.</summary>
internal static class JsonCells
{
    /// <summary>The members of an object as cells.</summary>
    public static Dictionary<string, string> Record(JsonElement item)
    {
        Dictionary<string, string> record = new(StringComparer.Ordinal);
        Add(record, item);
        return record;
    }

    /// <summary>Adds the members of an object; inner objects become <c>outer.inner</c>, lists of texts are joined, pairs of numbers too.</summary>
    public static void Add(Dictionary<string, string> record, JsonElement from, string prefix = "")
    {
        foreach (var member in from.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Object)
            {
                Add(record, member.Value, $"{prefix}{member.Name}.");
            }
            else
            {
                record[prefix + member.Name] = Text(member.Value);
            }
        }
    }

    /// <summary>A number as it is written, without a detour over another type.</summary>
    public static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Trim(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => "",
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number) =>
            string.Join(' ', value.EnumerateArray().Select(item => item.GetRawText())),
        JsonValueKind.Array => string.Join('、', value.EnumerateArray().Select(Text)),
        JsonValueKind.Object => string.Join('、', value.EnumerateObject().Select(member => Text(member.Value)).Where(text => text.Length > 0)),
        _ => value.GetRawText(),
    };

    /// <summary>The middle of a shape's box, for shapes that are no points.</summary>
    public static (string Lng, string Lat)? Middle(JsonElement coordinates)
    {
        var (west, south, east, north) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        Stack<JsonElement> rest = new([coordinates]);
        while (rest.TryPop(out var next))
        {
            var items = next.ValueKind == JsonValueKind.Array ? [.. next.EnumerateArray()] : (JsonElement[])[];
            if (items.Length >= 2 && items[0].ValueKind == JsonValueKind.Number && items[1].ValueKind == JsonValueKind.Number)
            {
                var (x, y) = (items[0].GetDouble(), items[1].GetDouble());
                (west, east, south, north) = (Math.Min(west, x), Math.Max(east, x), Math.Min(south, y), Math.Max(north, y));
                continue;
            }

            foreach (var item in items)
            {
                rest.Push(item);
            }
        }

        return west > east ? null : (Number((west + east) / 2), Number((south + north) / 2));
    }

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
