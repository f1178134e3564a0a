using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Platform.Hosting.Portal;

/// <summary>GET of a page or asset of the built site, for addresses that no endpoint claims.</summary>
public sealed class ServePortal(RequestDelegate next, PortalFiles files) : IDisposable
{
    private readonly CompressedFiles _compressed = new();

    /// <summary>Serves, redirects <c>/x</c> to <c>/x/</c>, or passes on.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not null || !HttpMethods.IsGet(context.Request.Method) || context.Request.Path.Value is not { } path)
        {
            return next(context);
        }

        if (files.TryFind(path, out var file))
        {
            return SendAsync(context, file, StatusCodes.Status200OK);
        }

        if (!path.EndsWith('/') && files.TryFind(path + "/", out _))
        {
            context.Response.Redirect($"{context.Request.PathBase}{context.Request.Path.ToUriComponent()}/{context.Request.QueryString}", permanent: true);
            return Task.CompletedTask;
        }

        return next(context);
    }

    /// <inheritdoc />
    public void Dispose() => _compressed.Dispose();

    private async Task SendAsync(HttpContext context, PortalFile file, int status)
    {
        var encoding = file.IsText ? AcceptedEncoding.Of(context.Request) : null;
        var tag = AcceptedEncoding.TagFor(file.Tag, encoding);
        var response = context.Response;
        response.Headers.ETag = tag;
        response.Headers.CacheControl = file.CacheControl;
        if (file.IsText)
        {
            response.Headers.Vary = "Accept-Encoding";
        }

        if (IfNoneMatch.Holds(context.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.StatusCode = status;
        response.ContentType = file.ContentType;
        if (encoding is null)
        {
            response.ContentLength = file.Length;
            await response.SendFileAsync(file.Path, context.RequestAborted);
            return;
        }

        var bytes = await _compressed.GetAsync(file, encoding, context.RequestAborted);
        response.Headers.ContentEncoding = encoding;
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
