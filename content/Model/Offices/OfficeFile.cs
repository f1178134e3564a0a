namespace Jizhou.Public.Content;

/// <summary>Reads data/plan/offices.yaml.</summary>
internal static class OfficeFile
{
    private const string File = "data/plan/offices.yaml";

    /// <summary>The directory; refuses an id or a spelling given twice.</summary>
    public static OfficeDirectory Read(ContentSource source)
    {
        var root = source.Yaml(File);
        List<Office> offices = [];
        HashSet<string> taken = [];
        foreach (var map in root.SomeMaps("offices"))
        {
            var office = new Office(map.Text("id"), map.Text("name"), map.Choice("kind", OfficeDirectory.Kinds), map.Texts("aliases"));
            map.Done();
            foreach (var twice in office.Aliases.Prepend(office.Name).Prepend(office.Id).Where(s => !taken.Add(s)))
            {
                map.Report("id", $"\"{twice}\" is given twice", "each id and each spelling belongs to one office");
            }

            offices.Add(office);
        }

        root.Done();
        return new OfficeDirectory(offices);
    }
}
