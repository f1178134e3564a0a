using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Content;

/// <summary>Reads data/reports/kinds.yaml.</summary>
internal static class ReportFile
{
    private const string File = "data/reports/kinds.yaml";

    /// <summary>The book; empty for a folder without data/reports. Refuses unknown offices and codes given twice.</summary>
    public static ReportBook ReadIfThere(ContentSource source, OfficeDirectory offices) =>
        source.Files("data/reports", ".yaml").Count == 0 ? ReportBook.Empty : Read(source.Yaml(File), offices);

    private static ReportBook Read(YamlMap root, OfficeDirectory offices)
    {
        var book = new ReportBook(root.Flag("sample"), root.Text("note"), root.Positive("keepDaysAfterAnswer"), root.Positive("keepDaysAtMost"),
            root.Positive("joinMetres"), root.Positive("joinDays"), Kinds(root, offices));
        root.Done();
        return book;
    }

    private static List<ReportKind> Kinds(YamlMap root, OfficeDirectory offices)
    {
        List<ReportKind> kinds = [];
        HashSet<string> codes = [];
        foreach (var map in root.SomeMaps("kinds"))
        {
            var (code, office) = (map.Code(codes), offices.Find(offices.ReadId(map, "office")));
            var about = map.Choice("about", "place", "spot") == "spot" ? ReportSubject.Spot : ReportSubject.Place;
            var kind = new ReportKind(code, about, map.Text("name"), map.Text("words"), office!, map.Positive("workingDays"), map.OptionalText("warning"));
            map.Done();
            if (office is not null)
            {
                kinds.Add(kind);
            }
        }

        return kinds;
    }
}
