using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>GET /healthz — the process answers. GET /readyz — it can do its work; if not, the failing parts by name.</summary>
public static class HealthEndpoints
{
    /// <summary>Maps both; they are for machines and not part of the described API.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz", Alive).ExcludeFromDescription();
        app.MapGet("/readyz", ReadyAsync).ExcludeFromDescription();
    }

    private static ContentHttpResult Alive(HttpContext context) => Fine(context);

    private static async Task<IResult> ReadyAsync(HttpContext context, IEnumerable<IReadyCheck> checks, CancellationToken cancellationToken)
    {
        var failing = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var check in checks)
        {
            if (await check.WhyNotAsync(cancellationToken) is { } reason)
            {
                failing[check.Part] = reason;
            }
        }

        return failing.Count == 0
            ? Fine(context)
            : (PlatformRefusals.NotReady.Because($"没有准备好：{string.Join("、", failing.Keys)}。") with
            {
                More = new Dictionary<string, object?> { ["failing"] = failing },
            }).ToProblem();
    }

    private static ContentHttpResult Fine(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Text("ok\n");
    }
}
