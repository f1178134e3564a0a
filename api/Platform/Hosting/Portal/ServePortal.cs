namespace Jizhou.Public.Api.Platform.Hosting.Portal;

/// <summary>GET of a page or asset of the built site, for addresses that no endpoint claims.</summary>
public sealed class ServePortal(RequestDelegate next, PortalFiles files, PortalPages pages)
{
    /// <summary>Serves, redirects <c>/x</c> to <c>/x/</c>, or passes on.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (context.GetEndpoint() is not null || !HttpMethods.IsGet(request.Method) || request.Path.Value is not { } path)
        {
            return next(context);
        }

        if (files.TryFind(path, out var file))
        {
            return pages.SendAsync(context, file);
        }

        if (!path.EndsWith('/') && files.TryFind(path + "/", out _))
        {
            context.Response.Headers.CacheControl = "no-cache";
            context.Response.Redirect($"{request.PathBase}{request.Path.ToUriComponent()}/{request.QueryString}", permanent: true);
            return Task.CompletedTask;
        }

        return next(context);
    }
}
