namespace Jizhou.Public.Content;

/// <summary>Reads data/places/kinds.yaml and data/places/materials.yaml.</summary>
internal static class PlaceVocabularyFile
{
    /// <summary>Path of the kinds below the content folder.</summary>
    public const string Kinds = "data/places/kinds.yaml";

    /// <summary>Path of the materials below the content folder.</summary>
    public const string Materials = "data/places/materials.yaml";

    /// <summary>The vocabulary of a folder that has data/places; an empty one for a folder without.</summary>
    public static PlaceVocabulary ReadIfThere(ContentSource source) =>
        source.Files("data/places", ".yaml").Count == 0 ? PlaceVocabulary.Empty : Read(source);

    /// <summary>The vocabulary; refuses a code, name or alias given twice, and codes that are not kebab-case.</summary>
    private static PlaceVocabulary Read(ContentSource source)
    {
        var kinds = ReadAll(source, Kinds, "kinds", map => new PlaceKind(map.Text("code"), map.Text("name"), map.Text("meaning")), kind => [kind.Code, kind.Name]);
        var materials = ReadAll(
            source, Materials, "materials",
            map => new Material(map.Text("code"), map.Text("name"), map.Texts("aliases"), map.Texts("plan")) { Guide = map.OptionalText("guide") },
            material => [material.Code, material.Name, .. material.Aliases]);
        return new PlaceVocabulary(kinds, materials);
    }

    private static List<T> ReadAll<T>(ContentSource source, string file, string key, Func<YamlMap, T> read, Func<T, IEnumerable<string>> words)
    {
        var root = source.Yaml(file);
        List<T> entries = [];
        HashSet<string> taken = [];
        foreach (var map in root.SomeMaps(key))
        {
            var entry = read(map);
            map.Done();
            foreach (var twice in words(entry).Where(word => !taken.Add(word)))
            {
                map.Report("code", $"\"{twice}\" is given twice", "each code, name and alias belongs to one entry");
            }

            var code = words(entry).First();
            if (!code.All(letter => letter is '-' or >= 'a' and <= 'z'))
            {
                map.Report("code", $"the code is \"{code}\"", "write it in small Latin letters and hyphens, such as collection-point");
            }

            entries.Add(entry);
        }

        root.Done();
        return entries;
    }
}
