namespace Jizhou.Public.Api.Platform.Http;

/// <summary>HEAD is answered as GET: endpoints see a GET, and Kestrel, which remembers the HEAD, sends no body.</summary>
public sealed class HeadAsGet(RequestDelegate next)
{
    /// <summary>Rewrites the method for everything below.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
        }

        await next(context);
        var allowed = context.Response.Headers.Allow;
        if (!context.Response.HasStarted && allowed.Count == 1 && allowed[0]!.Split(", ") is var methods
            && methods.Contains(HttpMethods.Get, StringComparer.Ordinal) && !methods.Contains(HttpMethods.Head, StringComparer.Ordinal))
        {
            context.Response.Headers.Allow = $"{allowed[0]}, {HttpMethods.Head}"; // routing knows only of the GET
        }
    }
}
