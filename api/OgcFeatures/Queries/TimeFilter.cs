using System.Globalization;
using Jizhou.Public.Api.Platform.Geodata;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.OgcFeatures.Queries;

/// <summary>The parameter <c>datetime</c>: a moment, a day, or an interval that may be open at one end.</summary>
internal static class TimeFilter
{
    private const string Wanted = " RFC 3339 时刻（2026-11-22T10:00:00+08:00）、日期（2026-11-22），或用 / 连接的区间，一端可以写 ..";

    private static readonly string[] Moments = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    /// <summary>Reads it; refuses what is no RFC 3339 and intervals that end before they begin.</summary>
    public static bool TryRead(string text, out FeatureTime time, out Refusal? refusal)
    {
        var parts = text.ToUpperInvariant().Replace(' ', '+').Split('/'); // an offset's + that the client did not encode arrives as a blank
        var fine = parts.Length switch
        {
            1 => TryMoment(parts[0], out time),
            2 => TryInterval(parts[0], parts[1], out time),
            _ => Nothing(out time),
        };
        refusal = fine ? null : OgcRefusals.Invalid("datetime", text, Wanted, FieldCodes.NotADate);
        return fine;
    }

    private static bool TryInterval(string from, string to, out FeatureTime time)
    {
        var (openStart, openEnd) = (from is "" or "..", to is "" or "..");
        var (start, end) = (default(FeatureTime), default(FeatureTime));
        if ((openStart && openEnd) || (!openStart && !TryMoment(from, out start)) || (!openEnd && !TryMoment(to, out end)))
        {
            return Nothing(out time);
        }

        time = new FeatureTime(openStart ? DateTimeOffset.MinValue : start.From, openEnd ? DateTimeOffset.MaxValue : end.To);
        return time.From <= time.To;
    }

    private static bool TryMoment(string text, out FeatureTime time)
    {
        // GDAL 3.6 writes a day as 2026-03-05T (ogrinfo -where "lastVerified >= '2026/03/05'").
        if (DateOnly.TryParseExact(text.EndsWith('T') ? text[..^1] : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1 and < 9999)
        {
            time = FeatureTime.Of(day);
            return true;
        }

        var fine = DateTimeOffset.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment);
        time = FeatureTime.At(moment);
        return fine;
    }

    private static bool Nothing(out FeatureTime time)
    {
        time = default;
        return false;
    }
}
