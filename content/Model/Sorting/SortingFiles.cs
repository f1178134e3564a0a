using System.Text.RegularExpressions;

namespace Jizhou.Public.Content;

/// <summary>Reads data/sorting/: categories.yaml, basis.yaml and items.yaml.</summary>
internal static partial class SortingFiles
{
    private static readonly string[] Groups = ["食物", "纸", "塑料", "金属玻璃", "织物", "电器电子", "有害", "其他", "大件", "装修", "农业", "农家院经营"];

    /// <summary>The catalogue; refuses unknown categories and bases, and a name or alias that two items claim.</summary>
    public static SortingCatalogue Read(ContentSource source, LegalLibrary legal, PlaceVocabulary places)
    {
        var categories = All(source.Yaml("data/sorting/categories.yaml"), "categories", m => Category(m, legal));
        var bases = All(source.Yaml("data/sorting/basis.yaml"), "bases", m => Basis(m, legal));
        var catalogue = new SortingCatalogue(categories, bases, []);
        var owners = new Dictionary<string, string>();
        var root = source.Yaml("data/sorting/items.yaml");
        var checkedOn = root.Date("checkedOn");
        catalogue = new SortingCatalogue(categories, bases, All(root, "items", m => Item(m, catalogue, legal, owners, checkedOn)));
        return new SortingCatalogue(categories, bases, catalogue.Items)
        {
            Destinations = DestinationFile.Read(source, catalogue, places),
            Simplified = TraditionalForms.Read(source),
        };
    }

    private static List<T> All<T>(YamlMap root, string key, Func<YamlMap, T> read)
    {
        List<T> all = [];
        foreach (var map in root.SomeMaps(key))
        {
            all.Add(read(map));
            map.Done();
        }

        root.Done();
        return all;
    }

    private static SortingCategory Category(YamlMap map, LegalLibrary legal) =>
        new(map.Text("code"), map.Text("name"), map.Text("sign"), map.Flag("household"), map.OptionalText("binColour"), map.OptionalText("pantone"),
            map.Text("what"), map.Text("howToHandOver"), map.Texts("examples"), legal.Read(map, "citations"));

    private static SortingBasis Basis(YamlMap map, LegalLibrary legal) =>
        new(map.Text("code"), map.Text("name"), map.Text("meaning"), map.ReadConfidence("confidence"), legal.Read(map, "citations"));

    private static SortingItem Item(YamlMap map, SortingCatalogue catalogue, LegalLibrary legal, Dictionary<string, string> owners, DateOnly checkedOn)
    {
        var basis = catalogue.Basis(map.Choice("basis", [.. catalogue.Bases.Select(b => b.Code)]));
        var citations = legal.Read(map, "citations");
        var item = new SortingItem(map.Text("id"), map.Text("name"), map.Texts("aliases"), map.Choice("group", Groups),
            map.Choice("category", [.. catalogue.Categories.Select(c => c.Code)]), basis?.Code ?? "", basis?.Confidence ?? Confidence.Probable,
            map.Text("reason"), map.OptionalText("prepare"), map.Flag("tricky"), citations.Count > 0 ? citations : basis?.Citations ?? [])
        {
            CheckedOn = map.OptionalDate("checkedOn") ?? checkedOn,
        };
        if (!Slug().IsMatch(item.Id))
        {
            map.Report("id", $"the id \"{item.Id}\" cannot be part of an address", "write the pinyin with hyphens: nai-cha-bei");
        }

        Claim(map, owners, "id", item.Id, item.Name);
        Claim(map, owners, "name", item.Name, item.Name);
        foreach (var alias in item.Aliases)
        {
            Claim(map, owners, "aliases", alias, item.Name);
        }

        return item;
    }

    private static void Claim(YamlMap map, Dictionary<string, string> owners, string key, string word, string item)
    {
        if (word.Length > 0 && !owners.TryAdd(word, item))
        {
            map.Report(key, $"\"{word}\" already stands for {owners[word]}", "a word leads to one item; leave it out here or there");
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Slug();
}
