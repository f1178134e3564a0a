namespace Jizhou.Public.Content.Bulky;

/// <summary>Reads data/bulky/classes.yaml.</summary>
internal static class ClassesFile
{
    /// <summary>The classes; refuses an unknown tariff, service or item.</summary>
    public static IReadOnlyList<BookingClass> Read(ContentSource source, IReadOnlyList<PickupService> services, BulkyCatalogue catalogue, IReadOnlyList<Tariff> tariffs)
    {
        var root = source.Yaml("data/bulky/classes.yaml");
        var sample = root.Flag("sample");
        HashSet<string> codes = [];
        List<BookingClass> classes = [];
        foreach (var map in root.SomeMaps("classes"))
        {
            classes.Add(new BookingClass(map.Code(codes), map.Text("name"), map.Text("hint"), map.Choice("tariff", [.. tariffs.Select(t => t.Code).Distinct()]),
                map.Weekdays("weekdays"), Limits(map), [.. map.Maps("refused").Select(m => Refused(m, services, catalogue))], sample));
            map.Done();
        }

        root.Done();
        return classes;
    }

    private static ClassRefusal Refused(YamlMap map, IReadOnlyList<PickupService> services, BulkyCatalogue catalogue)
    {
        var refusal = new ClassRefusal(Known(map, "services", [.. services.Select(s => s.Code)]), Known(map, "items", [.. catalogue.Items.Select(i => i.Code)]),
            new BulkyItemRefusal(map.Text("reason"), map.Text("goTo"), map.Text("link")));
        if (refusal.Services.Count + refusal.Items.Count == 0)
        {
            map.Report("services", "nothing is refused here", "name services or items");
        }

        map.Done();
        return refusal;
    }

    private static IReadOnlyList<string> Known(YamlMap map, string key, HashSet<string> known)
    {
        var codes = map.Texts(key);
        foreach (var code in codes.Where(c => !known.Contains(c)))
        {
            map.Report(key, $"unknown code \"{code}\" in \"{key}\"", $"use one of: {string.Join(", ", known.Order(StringComparer.Ordinal))}");
        }

        return codes;
    }

    private static BulkyLimits Limits(YamlMap parent)
    {
        if (parent.OptionalMap("limits") is not { } map)
        {
            parent.Report("limits", "\"limits\" is missing", "add limits with lines, cubicMetres, openPerAddress and openPerPhone");
            return new BulkyLimits(1, 1, 1, 1);
        }

        var limits = new BulkyLimits(map.Positive("lines"), map.Litres("cubicMetres"), map.Positive("openPerAddress"), map.Positive("openPerPhone"));
        map.Done();
        return limits;
    }
}
