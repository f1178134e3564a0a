using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Platform.Operators;

/// <summary>Answers with a page of the console: never cached, never indexed.</summary>
public static class ConsolePage
{
    /// <summary>Renders a component. It gets <c>Operator</c>, <c>Role</c> and <c>FormToken</c> beside its own parameters.</summary>
    public static RazorComponentResult<T> Show<T>(HttpContext context, IReadOnlyDictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where T : IComponent
    {
        context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        var tokens = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        context.Response.Headers.CacheControl = "no-store"; // after the token: setting it first would be logged as overridden
        return new RazorComponentResult<T>(new Dictionary<string, object?>(parameters)
        {
            ["Operator"] = context.User.Identity?.Name,
            ["Role"] = context.User.FindFirstValue(ClaimTypes.Role),
            ["FormToken"] = tokens.RequestToken,
        })
        { StatusCode = status };
    }
}
