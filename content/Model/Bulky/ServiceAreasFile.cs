namespace Jizhou.Public.Content.Bulky;

/// <summary>Reads data/bulky/areas.yaml.</summary>
internal static class ServiceAreasFile
{
    /// <summary>The areas; refuses an unknown township, one in two areas, and one that no area serves.</summary>
    public static IReadOnlyList<ServiceArea> Read(ContentSource source, Geography geo)
    {
        var root = source.Yaml("data/bulky/areas.yaml");
        root.Flag("sample");
        var townships = geo.Townships.Select(t => t.Code).ToHashSet();
        HashSet<string> codes = [];
        HashSet<string> served = [];
        List<ServiceArea> areas = [];
        foreach (var map in root.SomeMaps("areas"))
        {
            var area = new ServiceArea(map.Code(codes), map.Text("name"), map.Texts("townships"), Days(map), Capacity(map),
                map.Flag("makeUpDays"), map.Flag("withoutNotice"));
            map.Done();
            foreach (var township in area.Townships)
            {
                Serve(map, township, townships, served);
            }

            areas.Add(area);
        }

        if (areas.Count > 0 && townships.Except(served).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } missing)
        {
            root.Report("areas", $"no area serves {string.Join(", ", missing)}", "add each township to one area");
        }

        root.Done();
        return areas;
    }

    private static void Serve(YamlMap map, string township, HashSet<string> known, HashSet<string> served)
    {
        if (known.Count > 0 && !known.Contains(township))
        {
            map.Report("townships", $"unknown township \"{township}\"", "use the 9-digit codes of content/data/geo");
        }
        else if (!served.Add(township))
        {
            map.Report("townships", $"township {township} stands in two areas", "keep it in one");
        }
    }

    private static IReadOnlyList<DayOfWeek> Days(YamlMap map)
    {
        var days = map.Weekdays("weekdays");
        if (days.Count == 0)
        {
            map.Report("weekdays", "the area has no collection day", "name at least one weekday");
        }

        return days;
    }

    private static SlotCapacity Capacity(YamlMap map)
    {
        if (map.OptionalMap("capacity") is not { } capacity)
        {
            map.Report("capacity", "\"capacity\" is missing", "write capacity: { stops: 40, cubicMetres: 60 }");
            return new SlotCapacity(0, 0);
        }

        var result = new SlotCapacity(capacity.Positive("stops"), capacity.Litres("cubicMetres"));
        capacity.Done();
        return result;
    }
}
