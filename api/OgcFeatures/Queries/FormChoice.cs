using System.Diagnostics.CodeAnalysis;
using Jizhou.Public.Api.Platform.Http;
using Microsoft.Net.Http.Headers;

namespace Jizhou.Public.Api.OgcFeatures.Queries;

/// <summary>Which form the client wants: the parameter <c>f</c> before the Accept header before the usual one.</summary>
internal static class FormChoice
{
    /// <summary>The name of the parameter.</summary>
    public const string Parameter = "f";

    /// <summary>Chooses; refuses forms that are not offered. Marks the answer as varying by Accept.</summary>
    public static bool TryChoose(HttpContext context, IReadOnlyList<Form> offered, [NotNullWhen(true)] out Form? form, out Refusal? refusal)
    {
        context.Response.Headers.Vary = "Accept";
        refusal = null;
        if (context.Request.Query.TryGetValue(Parameter, out var asked))
        {
            form = offered.FirstOrDefault(one => one.Code == asked[0]);
            refusal = form is null ? OgcRefusals.Invalid(Parameter, asked[0] ?? "", string.Join(" 或 ", offered.Select(one => one.Code)), FieldCodes.NotOneOf) : null;
            return form is not null;
        }

        form = Accepted(context.Request, offered);
        refusal = form is null ? OgcRefusals.NoForm(offered.Select(one => one.MediaType)) : null;
        return form is not null;
    }

    private static Form? Accepted(HttpRequest request, IReadOnlyList<Form> offered)
    {
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted) || accepted.Count == 0)
        {
            return offered[0];
        }

        return accepted.Where(type => type.Quality is not 0).OrderByDescending(type => type.Quality ?? 1) // stable: equals stay in the client's order
            .Select(type => offered.FirstOrDefault(form => Matches(type, form))).FirstOrDefault(form => form is not null);
    }

    private static bool Matches(MediaTypeHeaderValue accepted, Form form) =>
        accepted.MatchesAllTypes
        || (accepted.MatchesAllSubTypes && form.MediaType.StartsWith($"{accepted.Type}/", StringComparison.OrdinalIgnoreCase))
        || form.Also.Prepend(form.MediaType).Any(type => accepted.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase));
}
