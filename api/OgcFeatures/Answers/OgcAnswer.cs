using System.Diagnostics.CodeAnalysis;
using Jizhou.Public.Api.OgcFeatures.Queries;
using Jizhou.Public.Api.Platform.Http;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.OgcFeatures.Answers;

/// <summary>The steps that all operations below /ogc share.</summary>
internal static class OgcAnswer
{
    /// <summary>Chooses the form of an address that has no other parameter; refuses others.</summary>
    public static bool TryBegin(HttpContext context, IReadOnlyList<Form> offered, [NotNullWhen(true)] out Form? form, [NotNullWhen(false)] out IResult? refused)
    {
        form = null;
        var refusal = QueryCheck.Refuse(context.Request.Query, QueryCheck.OnlyForm);
        if (refusal is null)
        {
            FormChoice.TryChoose(context, offered, out form, out refusal);
        }

        refused = refusal?.ToProblem();
        return form is not null;
    }

    /// <summary>JSON in the form of the house.</summary>
    public static IResult Json<T>(T answer, Form form) => TypedResults.Json(answer, JsonForm.Options, form.MediaType);

    /// <summary>A page for people.</summary>
    public static RazorComponentResult<T> Page<T>(params (string Name, object? Value)[] parameters)
        where T : IComponent =>
        new(parameters.ToDictionary(pair => pair.Name, pair => pair.Value));
}
