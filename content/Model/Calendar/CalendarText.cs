using System.Globalization;
using System.Text;

namespace Jizhou.Public.Content;

/// <summary>
/// The one writer of calendar files (RFC 5545): lines end with CRLF and hold at most 75 octets, words are escaped, times are UTC. What an event says is
/// its caller's business.
/// </summary>
public static class CalendarText
{
    private const int LongestLineOctets = 75;

    /// <summary>A whole file.</summary>
    /// <param name="product">What wrote it, for PRODID: <c>hand-in</c>.</param>
    /// <param name="lines">The events and what else stands between BEGIN and END, a property a line, not folded.</param>
    public static string Write(string product, IEnumerable<string> lines) => string.Concat(
        new[] { "BEGIN:VCALENDAR", "VERSION:2.0", $"PRODID:-//Jizhou.Public//{product}//ZH", "CALSCALE:GREGORIAN" }.Concat(lines).Append("END:VCALENDAR").Select(Folded));

    /// <summary>A day without a time.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>A moment, in UTC.</summary>
    public static string Utc(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Words as a value (3.3.11): backslash, semicolon, comma and the end of a line have a meaning of their own in a text.</summary>
    public static string Words(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).ReplaceLineEndings("\\n");

    // 3.1: a fold is CRLF and a space, never inside a character; the space counts for the next line.
    private static string Folded(string line)
    {
        var (folded, octets) = (new StringBuilder(), 0);
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLineOctets)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        return folded.Append("\r\n").ToString();
    }
}
