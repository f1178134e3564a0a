using Jizhou.Public.Api.OgcFeatures.Queries;
using Microsoft.AspNetCore.Http.Extensions;

namespace Jizhou.Public.Api.OgcFeatures.Answers;

/// <summary>Links that every answer carries.</summary>
internal static class Links
{
    /// <summary>This answer in its own form and in all others; every parameter is kept.</summary>
    public static IEnumerable<Link> SelfAndAlternates(string address, IQueryCollection asked, Form form, IReadOnlyList<Form> offered) =>
    [
        new Link(address + Query(asked), "self", form.MediaType, $"本页（{form.Name}）"),
        .. offered.Where(other => other != form).Select(other =>
            new Link(address + Query(asked, (FormChoice.Parameter, other.Code)), "alternate", other.MediaType, $"换成 {other.Name}")),
    ];

    /// <summary>A query with what was asked, in its order, some parameters set anew (null takes one away).</summary>
    public static string Query(IQueryCollection asked, params (string Name, string? Value)[] changes)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in asked.Where(pair => !changes.Any(change => change.Name == pair.Key)))
        {
            query.Add(name, value[0] ?? "");
        }

        foreach (var (name, value) in changes.Where(change => change.Value is not null))
        {
            query.Add(name, value!);
        }

        return query.ToQueryString().ToUriComponent();
    }
}
