using Microsoft.Net.Http.Headers;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>Which compression the client takes; the same choice decides body, ETag and cache key.</summary>
public static class AcceptedEncoding
{
    private const string Brotli = "br";
    private const string Gzip = "gzip";

    /// <summary>The encoding the client likes best; among equals <c>br</c> before <c>gzip</c> before none (null).</summary>
    public static string? Of(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding;
        if (accepted.Count == 0)
        {
            return null;
        }

        if (accepted.Count == 1 && accepted[0] is Brotli or Gzip)
        {
            return accepted[0]; // settled already, or a client of few words
        }

        return StringWithQualityHeaderValue.TryParseList(accepted, out var encodings) ? Best(encodings) : null;
    }

    /// <summary>
    /// Leaves only the choice in the request: the framework's compression weighs the header by rules of its own, and a body
    /// that is packed otherwise than its tag says would be taken for another one.
    /// </summary>
    public static void Settle(HttpRequest request)
    {
        if (request.Headers.AcceptEncoding.Count > 0)
        {
            request.Headers.AcceptEncoding = Of(request);
        }
    }

    /// <summary>A strong tag must differ between encodings of one thing.</summary>
    public static string TagFor(string tag, string? encoding) => encoding is null ? $"\"{tag}\"" : $"\"{tag}-{encoding}\"";

    private static string? Best(IList<StringWithQualityHeaderValue> encodings)
    {
        var any = QualityOf(encodings, "*") ?? 0;
        var brotli = QualityOf(encodings, Brotli) ?? any;
        var gzip = QualityOf(encodings, Gzip) ?? any;
        var plain = QualityOf(encodings, "identity") ?? 0;
        if (brotli > 0 && brotli >= gzip && brotli >= plain)
        {
            return Brotli;
        }

        return gzip > 0 && gzip >= plain ? Gzip : null;
    }

    private static double? QualityOf(IList<StringWithQualityHeaderValue> encodings, string name)
    {
        foreach (var encoding in encodings)
        {
            if (encoding.Value.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return encoding.Quality ?? 1;
            }
        }

        return null;
    }
}
