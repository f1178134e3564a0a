using Jizhou.Public.Content;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Plan;

/// <summary>GET /plan/departments — who answers for what in the plan.</summary>
public static class ListDepartments
{
    /// <summary>One department and what the plan gives it.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Kind">Code of its kind.</param>
    /// <param name="KindName">The kind for people.</param>
    /// <param name="Aliases">Other spellings in the plan.</param>
    /// <param name="Indicators">Ids of its indicators.</param>
    /// <param name="Sections">Ids of the sections it answers for, together with others.</param>
    /// <param name="Projects">Ids of its projects.</param>
    public sealed record Department(string Id, string Name, string Kind, string KindName, IReadOnlyList<string> Aliases,
        IReadOnlyList<string> Indicators, IReadOnlyList<string> Sections, IReadOnlyList<string> Projects);

    /// <summary>The departments that the plan names, in the order of the directory.</summary>
    public sealed record Response(IReadOnlyList<Department> Items, Citation Citation);

    /// <summary>Maps the operation.</summary>
    public static void Map(RouteGroupBuilder plan) => plan.MapGet("/departments", Handle);

    /// <summary>规划里的责任部门</summary>
    public static Ok<Response> Handle(ContentFolder content)
    {
        var departments = content.Offices.All.Where(o => o.Kind != "portal").Select(o => One(o, OfficePart.Of(o, content)));
        return TypedResults.Ok(new Response([.. departments], content.ThePlan().Citation));
    }

    private static Department One(Office office, OfficePart part) => new(office.Id, office.Name, office.Kind, office.KindName, office.Aliases,
        [.. part.Indicators.Select(i => i.Id)], [.. part.Sections.Select(s => s.Id)], [.. part.Projects.Select(p => p.Id)]);
}
