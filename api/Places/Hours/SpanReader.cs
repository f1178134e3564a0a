namespace Jizhou.Public.Api.Places.Hours;

/// <summary>Reads the times of a rule.</summary>
internal static class SpanReader
{
    /// <summary>Times of a day; empty when none stand here, null when what stands here is no time from when to when.</summary>
    public static List<TimeSpanOfDay>? Read(HoursScanner scan)
    {
        List<TimeSpanOfDay> spans = [];
        var beforeComma = scan.At;
        do
        {
            if (!Time(scan, out var opens))
            {
                scan.At = beforeComma; // a comma after the last span begins another rule
                return spans;
            }

            if (opens >= 1440 || !scan.TakeDash() || !Time(scan, out var closes) || closes > 2880 || scan.Take("+"))
            {
                return null;
            }

            spans.Add(new TimeSpanOfDay(opens, closes <= opens ? closes + 1440 : closes));
            beforeComma = scan.At;
        }
        while (scan.Take(","));
        return spans;
    }

    /// <summary>A time in minutes: 9:00, 09:00, 12.00 (read leniently) or 26:00.</summary>
    private static bool Time(HoursScanner scan, out int minutes)
    {
        minutes = 0;
        if (!scan.TakeNumber(out var hour) || !(scan.Take(":") || scan.Take(".") || scan.Take("：")) || !scan.TakeNumber(out var minute))
        {
            return false;
        }

        minutes = (60 * hour) + minute;
        return hour <= 48 && minute < 60;
    }
}
