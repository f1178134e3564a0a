namespace Jizhou.Public.Content;

/// <summary>Reads content/pages/**/*.md.</summary>
internal static class PageFiles
{
    private const string Fence = "---";

    /// <summary>All pages in the order of their paths; refuses a page without front matter, unknown offices, citations and fines.</summary>
    public static IReadOnlyList<ContentPage> Read(ContentSource source, LegalLibrary legal, PenaltyBook penalties, OfficeDirectory offices) =>
        [.. source.Files("pages", ".md").Select(f => One(source, f, legal, penalties, offices)).OfType<ContentPage>()];

    private static ContentPage? One(ContentSource source, string file, LegalLibrary legal, PenaltyBook penalties, OfficeDirectory offices)
    {
        var lines = (source.Text(file) ?? "").ReplaceLineEndings("\n").Split('\n');
        var end = lines[0].TrimEnd() == Fence ? Array.FindIndex(lines, 1, l => l.TrimEnd() == Fence) : -1;
        if (end < 0)
        {
            source.Report(file, 1, "the page has no front matter", "begin the file with ---, lines such as \"title: …\", and --- again; see content/README.md");
            return null;
        }

        var map = YamlFile.Parse(source, file, string.Join('\n', lines[1..end]), firstLine: 2);
        var front = Front(map, legal, offices);
        PageReferences.Check(source, file, lines, end + 1, legal, penalties);
        return new ContentPage(file, ContentPage.UrlOf(file), front, string.Join('\n', lines[(end + 1)..]), end + 2);
    }

    private static FrontMatter Front(YamlMap map, LegalLibrary legal, OfficeDirectory offices)
    {
        var template = map.Choice("template", FrontMatter.Templates);
        var front = new FrontMatter
        {
            Title = map.Text("title"),
            Answer = template is "guide" or "category" ? map.Text("answer") : map.OptionalText("answer"),
            Summary = map.Text("summary"),
            Template = template,
            Audience = map.Texts("audience"),
            Office = offices.ReadId(map, "office"),
            CheckedOn = map.Date("checkedOn"),
            Law = map.Flag("law"),
            Citations = legal.Read(map, "citations"),
            Order = map.OptionalWhole("order") ?? int.MaxValue,
            Related = map.Texts("related"),
        };
        map.Done();
        CheckShape(map, front);
        return front;
    }

    private static void CheckShape(YamlMap map, FrontMatter front)
    {
        TooLong(map, "answer", front.Answer, 40);
        TooLong(map, "summary", front.Summary, 80);
        foreach (var other in front.Audience.Where(a => !FrontMatter.Audiences.Contains(a, StringComparer.Ordinal)))
        {
            map.Report("audience", $"unknown audience \"{other}\"", $"use: {string.Join(", ", FrontMatter.Audiences)}");
        }

        foreach (var other in front.Related.Where(r => !r.StartsWith('/') || !r.EndsWith('/')))
        {
            map.Report("related", $"\"{other}\" is not an address of this site", "write it from the root, with a / at both ends: /sorting/hazardous/");
        }
    }

    private static void TooLong(YamlMap map, string key, string? text, int most)
    {
        if (text?.Length > most)
        {
            map.Report(key, $"\"{key}\" has {text.Length} characters", $"shorten it to {most}");
        }
    }
}
