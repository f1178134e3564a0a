namespace Jizhou.Public.Api.Platform.Hosting.Portal;

/// <summary>GET of a page or asset of the built site, for addresses that no endpoint claims.</summary>
public sealed class ServePortal(RequestDelegate next, PortalFiles files, PortalPages pages)
{
    private const string Templates = "/templates/"; // for features that fill them, not for visitors

    /// <summary>Serves, redirects <c>/x</c> to <c>/x/</c>, or passes on.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (context.GetEndpoint() is not null || request.Path.Value is not { } path || path.StartsWith(Templates, StringComparison.Ordinal))
        {
            return next(context);
        }

        if (files.TryFind(path, out var file))
        {
            return HttpMethods.IsGet(request.Method) ? pages.SendAsync(context, file) : RefuseMethod(context);
        }

        if (!path.EndsWith('/') && files.TryFind(path + "/", out _))
        {
            context.Response.Headers.CacheControl = "no-cache";
            context.Response.Redirect($"{request.PathBase}{request.Path.ToUriComponent()}/{request.QueryString}", permanent: true);
            return Task.CompletedTask;
        }

        return next(context);
    }

    private static Task RefuseMethod(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD";
        return Task.CompletedTask;
    }
}
