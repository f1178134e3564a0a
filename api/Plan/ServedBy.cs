using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Plan;

/// <summary>A page of this portal that serves a measure or project; the portal's own mapping, not the plan's.</summary>
/// <param name="Page">Its path on this site.</param>
/// <param name="What">What a person can do there.</param>
public sealed record ServedBy(string Page, string What)
{
    /// <summary>What serves a measure or project; empty when the portal offers nothing for it.</summary>
    public static IReadOnlyList<ServedBy> Of(string id, ContentFolder content) =>
        [.. content.PlanServices.Of(id).Select(service => new ServedBy(service.Page, service.What))];
}
