namespace Jizhou.Public.Api.Platform.Http;

/// <summary>HEAD is answered as GET: endpoints see a GET, and Kestrel, which remembers the HEAD, sends no body.</summary>
public sealed class HeadAsGet(RequestDelegate next)
{
    /// <summary>Rewrites the method for everything below.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }
}
