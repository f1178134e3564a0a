using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Platform.Hosting.Portal;

/// <summary>Sends files of the built site with tag, caching rule and compression.</summary>
public sealed class PortalPages(PortalFiles files) : IDisposable
{
    private readonly CompressedFiles _compressed = new();

    /// <summary>Sends the site's 404 page with status 404; false when the site has none.</summary>
    public async Task<bool> TrySendNotFoundAsync(HttpContext context)
    {
        if (!files.TryFind("/404.html", out var page))
        {
            return false;
        }

        context.Response.Headers.CacheControl = "no-store";
        await SendBodyAsync(context, page, StatusCodes.Status404NotFound);
        return true;
    }

    /// <summary>Sends a file, or 304 when the client holds it.</summary>
    public Task SendAsync(HttpContext context, PortalFile file)
    {
        var response = context.Response;
        var tag = AcceptedEncoding.TagFor(file.Tag, EncodingOf(context, file));
        response.Headers.ETag = tag;
        response.Headers.CacheControl = file.CacheControl;
        if (IfNoneMatch.Holds(context.Request, tag))
        {
            response.Headers.Vary = file.IsText ? "Accept-Encoding" : default;
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return SendBodyAsync(context, file, StatusCodes.Status200OK);
    }

    /// <inheritdoc />
    public void Dispose() => _compressed.Dispose();

    private static string? EncodingOf(HttpContext context, PortalFile file)
        => file.IsText ? AcceptedEncoding.Of(context.Request) : null;

    private async Task SendBodyAsync(HttpContext context, PortalFile file, int status)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = file.ContentType;
        response.Headers.Vary = file.IsText ? "Accept-Encoding" : default;
        if (EncodingOf(context, file) is not { } encoding)
        {
            response.ContentLength = file.SentLength;
            await using var content = file.Open();
            await content.CopyToAsync(response.Body, context.RequestAborted);
            return;
        }

        var bytes = await _compressed.GetAsync(file, encoding, context.RequestAborted);
        response.Headers.ContentEncoding = encoding;
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
