using System.Text.RegularExpressions;

namespace Jizhou.Public.Content;

/// <summary>Reads data/sorting/: categories.yaml, basis.yaml and items.yaml.</summary>
internal static partial class SortingFiles
{
    private static readonly string[] Groups = ["食物", "厨房用品", "纸", "塑料", "金属玻璃", "金属", "玻璃", "织物", "电器电子", "有害", "药品", "卫生用品", "玩具文体", "家居杂物", "其他", "大件", "装修", "园林", "宠物", "车辆", "节庆", "农业", "农家院经营"];

    /// <summary>The catalogue; refuses unknown categories and bases, and a name or alias that two items claim.</summary>
    public static SortingCatalogue Read(ContentSource source, LegalLibrary legal, PlaceVocabulary places)
    {
        var categories = All(source.Yaml("data/sorting/categories.yaml"), "categories", m => Category(m, legal));
        var bases = All(source.Yaml("data/sorting/basis.yaml"), "bases", m => Basis(m, legal));
        var catalogue = new SortingCatalogue(categories, bases, []);
        var owners = new Dictionary<string, string>();
        var ways = DestinationFile.Ways(source);
        List<SortingItem> items = [];
        foreach (var file in source.Files("data/sorting/items", ".yaml").Prepend("data/sorting/items.yaml"))
        {
            var root = source.Yaml(file);
            var (checkedOn, group) = (root.Date("checkedOn"), root.OptionalText("group"));
            items.AddRange(All(root, "items", m => Item(m, new ItemFile(catalogue, legal, owners, ways, checkedOn, group))));
        }

        catalogue = new SortingCatalogue(categories, bases, items);
        return new SortingCatalogue(categories, bases, catalogue.Items)
        {
            Destinations = DestinationFile.Read(source, catalogue, places),
            Ways = DestinationFile.ReadWays(source, places),
            Rules = RuleFile.Read(source, [.. categories.Select(c => c.Code)], ways),
            QuestionWords = RuleFile.QuestionWords(source),
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

    private static SortingItem Item(YamlMap map, ItemFile file)
    {
        var (catalogue, legal, owners) = (file.Catalogue, file.Legal, file.Owners);
        var basis = catalogue.Basis(map.Choice("basis", [.. catalogue.Bases.Select(b => b.Code)]));
        var citations = legal.Read(map, "citations");
        var item = new SortingItem(map.Text("id"), map.Text("name"), map.Texts("aliases"), file.Group ?? map.Choice("group", Groups),
            map.Choice("category", [.. catalogue.Categories.Select(c => c.Code)]), basis?.Code ?? "", basis?.Confidence ?? Confidence.Probable,
            map.Text("reason"), map.OptionalText("prepare"), map.Flag("tricky"), citations.Count > 0 ? citations : basis?.Citations ?? [])
        {
            CheckedOn = map.OptionalDate("checkedOn") ?? file.CheckedOn,
            File = map.File,
            Goes = map.Has("goes") ? map.Choice("goes", file.Ways) : null,
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

    // What the items of one file share.
    private sealed record ItemFile(SortingCatalogue Catalogue, LegalLibrary Legal, Dictionary<string, string> Owners,
        IReadOnlyCollection<string> Ways, DateOnly CheckedOn, string? Group);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Slug();
}
