using Microsoft.Net.Http.Headers;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>The condition of a conditional GET.</summary>
public static class IfNoneMatch
{
    /// <summary>True when the client already holds <paramref name="tag"/> (with its quotes), or says <c>*</c>.</summary>
    public static bool Holds(HttpRequest request, string tag)
    {
        var held = request.Headers.IfNoneMatch;
        if (held.Count == 0)
        {
            return false;
        }

        // The usual case first, without parsing: one tag, exactly ours.
        return (held.Count == 1 && held[0] == tag)
            || (EntityTagHeaderValue.TryParseList(held, out var tags)
                && tags.Any(one => one.Tag == "*" || one.Tag.Equals(tag, StringComparison.Ordinal)));
    }
}
