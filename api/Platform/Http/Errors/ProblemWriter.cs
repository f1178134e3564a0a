using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>
/// The one place that writes problem documents: those of features, of the framework's validation and of the error
/// pipeline all pass here and get the same form, request id and headers.
/// </summary>
public sealed class ProblemWriter(IOptions<JsonOptions> json) : IProblemDetailsWriter
{
    /// <summary>The member that also becomes the Retry-After header.</summary>
    public const string RetryAfter = "retryAfterSeconds";

    /// <summary>Always: an API answers errors as problem+json whatever the Accept header asks for.</summary>
    public bool CanWrite(ProblemDetailsContext context) => true;

    /// <inheritdoc />
    public ValueTask WriteAsync(ProblemDetailsContext context)
        => new(WriteAsync(context.HttpContext, ValidationRefusal.Translate(context.ProblemDetails)));

    /// <summary>Writes a refusal.</summary>
    public Task WriteAsync(HttpContext context, Refusal refusal) => WriteAsync(context, refusal.ToDetails());

    private Task WriteAsync(HttpContext context, ProblemDetails problem)
    {
        var response = context.Response;
        response.StatusCode = problem.Status ?? StatusCodes.Status500InternalServerError;
        if (!problem.Extensions.ContainsKey("code") && PlatformRefusals.OfStatus(response.StatusCode) is { } plain)
        {
            problem = plain.ToDetails();
        }

        if (problem.Extensions.TryGetValue(RetryAfter, out var seconds))
        {
            response.Headers.RetryAfter = Convert.ToString(seconds, CultureInfo.InvariantCulture);
        }

        problem.Extensions["requestId"] = context.TraceIdentifier;
        response.Headers.CacheControl = "no-store";
        return response.WriteAsJsonAsync<ProblemDetails>(
            problem, json.Value.SerializerOptions, "application/problem+json", context.RequestAborted);
    }
}
