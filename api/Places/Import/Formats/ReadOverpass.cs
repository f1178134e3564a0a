using System.Text.Json;

namespace Jizhou.Public.Api.Places.Import.Formats;

/// <summary>Reads Overpass JSON, the answer of OpenStreetMap's query service; its positions are WGS-84 by definition.</summary>
public static class ReadOverpass
{
    private static readonly Dictionary<string, string> Materials = new(StringComparer.Ordinal)
    {
        ["paper"] = "paper", ["cardboard"] = "paper", ["newspaper"] = "paper", ["magazines"] = "paper", ["books"] = "paper", ["glass"] = "glass",
        ["glass_bottles"] = "glass", ["plastic"] = "plastic", ["plastic_bottles"] = "plastic", ["plastic_packaging"] = "plastic", ["cans"] = "metal",
        ["metal"] = "metal", ["scrap_metal"] = "metal", ["clothes"] = "textile", ["shoes"] = "textile", ["batteries"] = "battery",
        ["electrical_appliances"] = "appliance", ["small_appliances"] = "electronics", ["electrical_items"] = "electronics",
        ["small_electrical_appliances"] = "electronics", ["organic"] = "kitchen", ["cooking_oil"] = "cooking-oil", ["low_energy_bulbs"] = "lamp",
        ["fluorescent_tubes"] = "lamp", ["waste"] = "residual", ["tyres"] = "tyre", ["furniture"] = "furniture",
    };

    /// <summary>The cells of an element; null for one without tags, which only gives others their shape.</summary>
    internal static Dictionary<string, string>? Record(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("tags", out var own) || own.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        JsonCells.Add(tags, own);
        var what = $"{Member(element, "type")}-{Member(element, "id")}";
        var center = element.TryGetProperty("center", out var middle) && middle.ValueKind == JsonValueKind.Object ? middle : element;
        var accepts = tags.Where(tag => tag.Key.StartsWith("recycling:", StringComparison.Ordinal) && tag.Value == "yes").Select(tag => tag.Key["recycling:".Length..]);
        return new(StringComparer.Ordinal)
        {
            ["id"] = $"osm-{what}",
            ["name"] = tags.GetValueOrDefault("name:zh") ?? tags.GetValueOrDefault("name") ?? $"未命名的回收点（OSM {what}）",
            ["kind"] = tags.GetValueOrDefault("amenity") == "waste_transfer_station" ? "transfer-station" : "",
            ["lng"] = Member(center, "lon"),
            ["lat"] = Member(center, "lat"),
            ["accepts"] = string.Join('、', accepts.Select(word => Materials.GetValueOrDefault(word) ?? word).Distinct(StringComparer.Ordinal)),
            ["hours"] = tags.GetValueOrDefault("opening_hours") ?? "",
            ["operator"] = tags.GetValueOrDefault("operator") ?? "",
            ["phone"] = tags.GetValueOrDefault("contact:phone") ?? tags.GetValueOrDefault("phone") ?? "",
            ["address"] = tags.GetValueOrDefault("addr:full") ?? $"{tags.GetValueOrDefault("addr:street")} {tags.GetValueOrDefault("addr:housenumber")}".Trim(),
            ["source"] = "OpenStreetMap",
            ["licence"] = "ODbL-1.0",
        };
    }

    private static string Member(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? JsonCells.Text(value) : "";
}
