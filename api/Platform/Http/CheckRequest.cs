using Microsoft.Net.Http.Headers;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>
/// What holds for every address before any looks closer: the request line is not endless, a body is UTF-8 and unpacked, and
/// one encoding is chosen for the answer.
/// </summary>
public sealed class CheckRequest(RequestDelegate next, ProblemWriter problems)
{
    /// <summary>Longest address with its query that is answered, in bytes; what even longer lines get is up to the server.</summary>
    public const int LongestAddress = 8 * 1024;

    /// <summary>Refuses, or passes on.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (Refuse(context.Request) is { } refusal)
        {
            return problems.WriteAsync(context, refusal);
        }

        AcceptedEncoding.Settle(context.Request);
        return next(context);
    }

    private static Refusal? Refuse(HttpRequest request)
    {
        if ((request.Path.Value?.Length ?? 0) + (request.QueryString.Value?.Length ?? 0) > LongestAddress)
        {
            return PlatformRefusals.AddressTooLong.Because($"网址超过 {LongestAddress} 个字符。请少写几个参数。");
        }

        return IsReadable(request) ? null : PlatformRefusals.OfStatus(StatusCodes.Status415UnsupportedMediaType);
    }

    // The framework would throw at a charset it does not know and read a packed body as it is.
    private static bool IsReadable(HttpRequest request)
    {
        if (request.Headers.ContentEncoding.Count > 0 && request.Headers.ContentEncoding != "identity")
        {
            return false;
        }

        return request.ContentType is not { Length: > 0 } text
            || !MediaTypeHeaderValue.TryParse(text, out var type)
            || !type.Charset.HasValue
            || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
    }
}
