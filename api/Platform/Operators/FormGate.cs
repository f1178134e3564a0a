using Microsoft.AspNetCore.Antiforgery;

namespace Jizhou.Public.Api.Platform.Operators;

/// <summary>Checks that a posted form came from our own page. A stale one gets a page that says what to do, not JSON.</summary>
public static class FormGate
{
    /// <summary>The field that carries the token; <see cref="ConsolePage"/> hands its value to every page as <c>FormToken</c>.</summary>
    public const string Field = "form-token";

    /// <summary>
    /// Checks every POST of an endpoint or group before its handler; put it behind <see cref="RoleGate.RequireRole"/>. It reads the whole
    /// form: an endpoint that takes a large file checks for itself, see <see cref="IsOursAsync"/>.
    /// </summary>
    public static TBuilder ChecksForms<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        return builder.AddEndpointFilter(async (context, next) =>
            !HttpMethods.IsPost(context.HttpContext.Request.Method) || await IsOursAsync(context.HttpContext)
                ? await next(context)
                : ConsolePage.Show<StaleForm>(context.HttpContext, new Dictionary<string, object?>(), StatusCodes.Status400BadRequest));
    }

    /// <summary>Whether the request carries our token. A token that was read from the beginning of a large upload can be given as <paramref name="token"/>; then nothing of the body is read.</summary>
    public static async Task<bool> IsOursAsync(HttpContext http, string? token = null)
    {
        if (token is null && !http.Request.HasFormContentType)
        {
            return false;
        }

        if (token is not null)
        {
            http.Request.Headers["X-Form-Token"] = token;
        }

        return await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);
    }
}
