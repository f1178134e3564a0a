namespace Jizhou.Public.Content.Bulky;

/// <summary>Reads data/bulky/catalogue.yaml.</summary>
internal static class BulkyCatalogueFile
{
    /// <summary>The catalogue; an item either has a volume and a maximum, or a refusal with its destination, never both.</summary>
    public static BulkyCatalogue Read(ContentSource source, IReadOnlyList<PickupService> services)
    {
        var root = source.Yaml("data/bulky/catalogue.yaml");
        var sample = root.Flag("sample");
        HashSet<string> categories = [.. services.Select(s => s.Code)];
        List<BulkyCategory> groups = [.. services.Select(s => new BulkyCategory(s.Code, s.Name))];
        foreach (var map in root.SomeMaps("categories"))
        {
            groups.Add(new BulkyCategory(map.Code(categories), map.Text("name")));
            map.Done();
        }

        HashSet<string> codes = [];
        List<BulkyItem> items = [];
        foreach (var map in root.SomeMaps("items"))
        {
            items.Add(Item(map, codes, categories, services));
            map.Done();
        }

        if (!items.Exists(i => i.Bookable))
        {
            root.Report("items", "nothing in the catalogue can be booked", "add an item without a refusal");
        }

        root.Done();
        return new BulkyCatalogue(sample, groups, items);
    }

    private static BulkyItem Item(YamlMap map, HashSet<string> codes, HashSet<string> categories, IReadOnlyList<PickupService> services)
    {
        var (code, name, aliases, category) = (map.Code(codes), map.Text("name"), map.Texts("aliases"), map.Choice("category", categories));
        var canBook = services.Any(s => s.Code == category);
        if (map.OptionalMap("refusal") is { } refusal)
        {
            var stop = new BulkyItemRefusal(refusal.Text("reason"), refusal.Text("goTo"), refusal.Text("link"));
            refusal.Done();
            return new BulkyItem(code, name, aliases, category, null, 0, 0, null, null, stop);
        }

        if (!canBook && category.Length > 0)
        {
            map.Report("category", $"the category \"{category}\" is no service, so nobody would fetch the item", "use a code of services.yaml, or say where it goes with \"refusal\"");
        }

        return new BulkyItem(code, name, aliases, category, map.Text("unit"), map.Litres("cubicMetres"), map.Positive("maxPerBooking"),
            map.OptionalText("prepare"), map.OptionalText("reuse"), null);
    }
}
