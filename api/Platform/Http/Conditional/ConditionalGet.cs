using Microsoft.Extensions.Primitives;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>
/// The fast way to a 304 for answers made from a snapshot: the snapshot's version is known before any work is done. An
/// answer without it gets its tag from its bytes (<see cref="TagAnswers"/>), which costs making it first.
/// </summary>
public static class ConditionalGet
{
    private static readonly StringValues Varies = "Accept-Encoding";
    private static readonly StringValues Revalidated = TagAnswers.AskAgain;

    /// <summary>
    /// The short way to the same: true, and the status is 304, when the client holds one tag and it is still the version of this
    /// question's answer (<see cref="StretchTag"/>). Otherwise nothing was touched.
    /// </summary>
    public static bool IsStillHeld(HttpContext context, ulong data, DateTimeOffset now)
    {
        var held = context.Request.Headers.IfNoneMatch;
        if (held.Count != 1 || !StretchTag.Holds(held[0]!, data, context.Request.QueryString.Value, AcceptedEncoding.Of(context.Request), now))
        {
            return false;
        }

        var response = context.Response;
        response.StatusCode = StatusCodes.Status304NotModified;
        response.Headers.ETag = held;
        response.Headers.Vary = Varies;
        response.Headers.CacheControl = Revalidated;
        return true;
    }

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
