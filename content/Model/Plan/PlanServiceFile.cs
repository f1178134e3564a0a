namespace Jizhou.Public.Content;

/// <summary>Reads data/plan/services.yaml.</summary>
internal static class PlanServiceFile
{
    private const string File = "data/plan/services.yaml";

    /// <summary>
    /// The mapping; refuses a page that is not there, an id the plan does not have, an id that is both served and not offered, and a measure or
    /// project nobody decided about. None without the file.
    /// </summary>
    public static PlanServices ReadIfThere(ContentSource source, DistrictPlan plan, IReadOnlyList<ContentPage> pages)
    {
        if (!System.IO.File.Exists(Path.Combine(source.Root, File)))
        {
            return PlanServices.None;
        }

        var root = source.Yaml(File);
        var addresses = pages.Select(page => page.Url).ToHashSet(StringComparer.Ordinal);
        List<PlanService> services = [.. root.SomeMaps("services").Select(map => One(map, addresses))];
        var notOffered = root.Texts("notOffered");
        root.Done();
        CheckIds(root, [.. services.SelectMany(service => service.For).Distinct()], notOffered, [.. plan.Measures.Select(m => m.Id), .. plan.Projects.Select(p => p.Id)]);
        return new PlanServices(services);
    }

    private static PlanService One(YamlMap map, HashSet<string> addresses)
    {
        var service = new PlanService(map.Text("page"), map.Text("what"), map.Texts("for"));
        map.Done();
        if (!addresses.Contains(service.Page))
        {
            map.Report("page", $"no page \"{service.Page}\"", "use the address of a file of content/pages, or move its ids to notOffered");
        }

        return service;
    }

    private static void CheckIds(YamlMap root, IReadOnlyList<string> served, IReadOnlyList<string> notOffered, IReadOnlyList<string> known)
    {
        foreach (var unknown in served.Concat(notOffered).Except(known))
        {
            root.Report("services", $"the plan has no \"{unknown}\"", "use an id of measures.yaml or projects.yaml");
        }

        foreach (var both in served.Intersect(notOffered))
        {
            root.Report("notOffered", $"\"{both}\" is served and not offered", "take it out of one of the two");
        }

        foreach (var forgotten in known.Except(served).Except(notOffered))
        {
            root.Report("notOffered", $"nothing is said about \"{forgotten}\"", "name the page that serves it, or add it to notOffered");
        }
    }
}
