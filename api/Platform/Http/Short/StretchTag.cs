using System.Globalization;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>
/// The version of an answer that stays true until a moment that is known when it is made: a hash of the data and the question, and
/// the moment. A client that brings it back is told 304 by a glance at data, question and clock, without the answer being made.
/// </summary>
public static class StretchTag
{
    private const int HashDigits = 16;
    private const int UntilDigits = 16;

    /// <summary>The version, without quotes.</summary>
    /// <param name="data">Hash of the data that the answer is made from.</param>
    /// <param name="query">The question as it was spelt.</param>
    /// <param name="until">When the answer ceases to be true, excluded.</param>
    public static string Of(ulong data, string? query, DateTimeOffset until)
    {
        var ticks = (ulong)until.UtcTicks;
        return string.Create(CultureInfo.InvariantCulture, $"{Mix(data, query, ticks):x16}{ticks:x16}");
    }

    /// <summary>Whether a tag with its quotes is the version of the answer to this question at this moment.</summary>
    public static bool Holds(string tag, ulong data, string? query, string? encoding, DateTimeOffset now)
    {
        var rest = tag.AsSpan();
        var suffix = encoding is null ? 0 : encoding.Length + 1;
        return rest.Length == HashDigits + UntilDigits + 2 + suffix
            && rest[0] == '"' && rest[^1] == '"'
            && (encoding is null || (rest[HashDigits + UntilDigits + 1] == '-' && rest[^(suffix)..^1].SequenceEqual(encoding)))
            && ulong.TryParse(rest.Slice(1 + HashDigits, UntilDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var until)
            && (ulong)now.UtcTicks < until
            && ulong.TryParse(rest.Slice(1, HashDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hash)
            && hash == Mix(data, query, until);
    }

    private static ulong Mix(ulong data, string? query, ulong until)
    {
        var hash = default(ContentHash);
        hash.Add(data);
        hash.Add(until);
        hash.Add(query);
        return hash.Value;
    }
}
