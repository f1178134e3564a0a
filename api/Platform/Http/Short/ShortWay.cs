namespace Jizhou.Public.Api.Platform.Http;

/// <summary>
/// The short way of the reads that are asked most: a plain GET that can be answered at once is, before routing, binding, sign-in
/// and all else that open data has no need of. Whatever is not quite plain (another origin, a packed answer, a doubtful
/// parameter) goes the long way and is answered, or refused, there. Both give the same bytes and headers; a test compares them.
/// </summary>
public sealed class ShortWay(RequestDelegate next, ShortWays known, SharedHeaders.Writer headers)
{
    /// <summary>Answers, or passes on.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path.Value is not { } path || !known.TryFind(path, out var read) || !IsPlain(request))
        {
            return next(context);
        }

        return read(context, headers, out var answer) ? answer : next(context);
    }

    private static bool IsPlain(HttpRequest request)
    {
        var headers = request.Headers;
        return HttpMethods.IsGet(request.Method)
            && headers.Origin.Count == 0
            && headers.ContentType.Count == 0
            && headers.ContentEncoding.Count == 0
            && headers.TransferEncoding.Count == 0
            && request.ContentLength is null or 0
            && (request.QueryString.Value?.Length ?? 0) <= CheckRequest.LongestAddress - 512;
    }
}
