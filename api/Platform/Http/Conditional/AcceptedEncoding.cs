using Microsoft.Net.Http.Headers;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>Which compression the client takes; the same choice decides body, ETag and cache key.</summary>
public static class AcceptedEncoding
{
    /// <summary><c>br</c> before <c>gzip</c> before none (null).</summary>
    public static string? Of(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding;
        if (accepted.Count == 0
            || !StringWithQualityHeaderValue.TryParseList(accepted, out var encodings))
        {
            return null;
        }

        if (Takes(encodings, "br"))
        {
            return "br";
        }

        return Takes(encodings, "gzip") ? "gzip" : null;
    }

    /// <summary>A strong tag must differ between encodings of one thing.</summary>
    public static string TagFor(string tag, string? encoding) => encoding is null ? $"\"{tag}\"" : $"\"{tag}-{encoding}\"";

    private static bool Takes(IList<StringWithQualityHeaderValue> encodings, string name)
        => encodings.Any(encoding => encoding.Value.Equals(name, StringComparison.OrdinalIgnoreCase) && encoding.Quality is not 0);
}
