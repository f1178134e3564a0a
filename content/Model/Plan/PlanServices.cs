namespace Jizhou.Public.Content;

/// <summary>A page of this portal and the measures and projects of the plan that it serves; our own mapping.</summary>
/// <param name="Page">Address of a Markdown page.</param>
/// <param name="What">What a person can do there.</param>
/// <param name="For">Ids of measures and projects.</param>
public sealed record PlanService(string Page, string What, IReadOnlyList<string> For);

/// <summary>What this portal does for the plan, measure by measure.</summary>
public sealed class PlanServices
{
    private readonly ILookup<string, PlanService> _byId;

    /// <summary>Makes the mapping; the loader sees to it that every id stands in it.</summary>
    public PlanServices(IReadOnlyList<PlanService> all)
    {
        All = all;
        _byId = all.SelectMany(service => service.For.Select(id => (id, service))).ToLookup(pair => pair.id, pair => pair.service);
    }

    /// <summary>For a folder without the mapping.</summary>
    public static PlanServices None { get; } = new([]);

    /// <summary>All services, in the order of the file.</summary>
    public IReadOnlyList<PlanService> All { get; }

    /// <summary>What serves a measure or project; empty when the portal offers nothing for it.</summary>
    public IEnumerable<PlanService> Of(string id) => _byId[id];
}
