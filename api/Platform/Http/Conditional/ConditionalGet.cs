using Microsoft.Extensions.Primitives;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>
/// The fast way to a 304 for answers made from a snapshot: the snapshot's version is known before any work is done. An
/// answer without it gets its tag from its bytes (<see cref="TagAnswers"/>), which costs making it first.
/// </summary>
public static class ConditionalGet
{
    /// <summary>
    /// Sets ETag, Vary and (unless set) Cache-Control; true when the client holds this version and the status is now 304.
    /// </summary>
    /// <param name="context">The request; its address and encoding need not be part of the version.</param>
    /// <param name="version">Printable ASCII without quotes; changes whenever the answer of any address changes.</param>
    public static bool IsHeldByClient(HttpContext context, string version)
    {
        var headers = context.Response.Headers;
        var tag = AcceptedEncoding.TagFor(version, AcceptedEncoding.Of(context.Request));
        headers.ETag = tag;
        headers.Vary = headers.Vary.Count == 0 ? "Accept-Encoding" : StringValues.Concat(headers.Vary, "Accept-Encoding"); // a handler may vary by more
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = TagAnswers.AskAgain;
        }

        if (!IfNoneMatch.Holds(context.Request, tag))
        {
            return false;
        }

        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }
}
