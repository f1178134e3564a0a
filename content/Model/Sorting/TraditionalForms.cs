namespace Jizhou.Public.Content;

/// <summary>Reads data/sorting/traditional.yaml: traditional characters and their everyday simplified forms.</summary>
internal static class TraditionalForms
{
    private const string File = "data/sorting/traditional.yaml";

    /// <summary>Traditional → simplified; refuses a line whose halves differ in length and a character given twice.</summary>
    public static IReadOnlyDictionary<char, char> Read(ContentSource source)
    {
        var root = source.Yaml(File);
        root.Text("source");
        root.Text("license");
        Dictionary<char, char> forms = [];
        foreach (var line in root.Texts("forms"))
        {
            var halves = line.Split('|');
            if (halves.Length != 2 || halves[0].Length != halves[1].Length)
            {
                root.Report("forms", $"\"{line}\" is not two halves of the same length", "write traditional characters, a bar, and the same number of simplified ones");
                continue;
            }

            foreach (var (traditional, simplified) in halves[0].Zip(halves[1]))
            {
                if (!forms.TryAdd(traditional, simplified))
                {
                    root.Report("forms", $"\"{traditional}\" is given twice", "keep one");
                }
            }
        }

        root.Done();
        return forms;
    }
}
