namespace Jizhou.Public.Content;

/// <summary>Reads data/sorting/destinations.yaml.</summary>
internal static class DestinationFile
{
    private const string File = "data/sorting/destinations.yaml";

    /// <summary>The destination of each item by its id; refuses an unknown item, category, material or kind, and an item without any.</summary>
    public static IReadOnlyDictionary<string, SortingDestination> Read(ContentSource source, SortingCatalogue catalogue, PlaceVocabulary places)
    {
        var root = source.Yaml(File);
        Dictionary<string, SortingDestination> found = [];
        var ways = ReadWays(root, places);
        foreach (var item in catalogue.Items.Where(i => i.Goes is not null && ways.ContainsKey(i.Goes)))
        {
            found.TryAdd(item.Id, ways[item.Goes!]);
        }

        foreach (var map in root.SomeMaps("destinations"))
        {
            var destination = Destination(map, places);
            foreach (var id in Items(map, catalogue))
            {
                found.TryAdd(id, destination);
            }

            map.Done();
        }

        root.Done();
        foreach (var item in catalogue.Items.Where(i => !found.ContainsKey(i.Id)))
        {
            root.Report("destinations", $"no destination for \"{item.Id}\" ({item.Name})", "add an entry for the item, its category or its group");
        }

        return found;
    }

    /// <summary>The codes of the ways that an item may name in "goes".</summary>
    public static IReadOnlyCollection<string> Ways(ContentSource source) =>
        [.. source.Yaml(File).Maps("ways").Select(m => m.Text("code"))];

    /// <summary>The ways by their code.</summary>
    public static IReadOnlyDictionary<string, SortingDestination> ReadWays(ContentSource source, PlaceVocabulary places) => ReadWays(source.Yaml(File), places);

    private static Dictionary<string, SortingDestination> ReadWays(YamlMap root, PlaceVocabulary places)
    {
        Dictionary<string, SortingDestination> ways = [];
        foreach (var map in root.SomeMaps("ways"))
        {
            if (!ways.TryAdd(map.Text("code"), Destination(map, places)))
            {
                map.Report("code", $"the way \"{map.Text("code")}\" is given twice", "keep one");
            }

            map.Done();
        }

        return ways;
    }

    private static SortingDestination Destination(YamlMap map, PlaceVocabulary places)
    {
        var (materials, kinds) = (map.Texts("materials"), map.Texts("kinds"));
        if (map.Has("places"))
        {
            map.Choice("places", "none");
            return SortingDestination.Nowhere with { HowToHandOver = map.OptionalText("howToHandOver") };
        }

        if (materials.Count == 0 || kinds.Count == 0)
        {
            map.Report("materials", "an entry without materials or kinds", "name both, or write \"places: none\"");
        }

        Refuse(map, "materials", materials.Where(m => places.Material(m) is null));
        Refuse(map, "kinds", kinds.Where(k => places.Kind(k) is null));
        return new SortingDestination(materials, kinds) { HowToHandOver = map.OptionalText("howToHandOver"), InBin = InBin(map) };
    }

    private static bool InBin(YamlMap map)
    {
        if (!map.Has("bin"))
        {
            return true;
        }

        map.Choice("bin", "none");
        return false;
    }

    private static void Refuse(YamlMap map, string key, IEnumerable<string> unknown)
    {
        foreach (var code in unknown)
        {
            map.Report(key, $"unknown code \"{code}\"", $"use a code of data/places/{key}.yaml");
        }
    }

    private static IEnumerable<string> Items(YamlMap map, SortingCatalogue catalogue)
    {
        var named = map.Texts("items");
        foreach (var unknown in named.Where(id => catalogue.Item(id) is null))
        {
            map.Report("items", $"unknown item \"{unknown}\"", "use an id of data/sorting/items.yaml");
        }

        var groups = map.Texts("groups");
        if (named.Count > 0)
        {
            return named;
        }

        var category = map.Choice("category", [.. catalogue.Categories.Select(c => c.Code)]);
        return catalogue.Items.Where(i => i.Category == category && (groups.Count == 0 || groups.Contains(i.Group))).Select(i => i.Id);
    }
}
