using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>Turns a <see cref="Refusal"/> into an RFC 9457 problem document (application/problem+json).</summary>
public static class ProblemAnswer
{
    /// <summary>The answer for this refusal; <see cref="ProblemWriter"/> adds <c>requestId</c> and Retry-After.</summary>
    public static ProblemHttpResult ToProblem(this Refusal refusal) => TypedResults.Problem(refusal.ToDetails());

    /// <summary>The problem document without what belongs to the request.</summary>
    public static ProblemDetails ToDetails(this Refusal refusal)
    {
        var problem = new ProblemDetails
        {
            Type = $"/data/developers/errors/#{refusal.Code}",
            Title = refusal.Title,
            Status = refusal.Status,
            Detail = refusal.Detail,
        };
        problem.Extensions["code"] = refusal.Code;
        if (refusal.Fields.Count > 0)
        {
            problem.Extensions["errors"] = refusal.Fields;
        }

        if (refusal.RetryAfterSeconds is { } seconds)
        {
            problem.Extensions[ProblemWriter.RetryAfter] = seconds;
        }

        foreach (var (key, value) in refusal.More)
        {
            problem.Extensions[key] = value;
        }

        return problem;
    }
}
