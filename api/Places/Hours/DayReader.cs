namespace Jizhou.Public.Api.Places.Hours;

/// <summary>Reads the days of a rule: weekdays, ranges of them, the n-th of a month, and <c>PH</c>.</summary>
internal static class DayReader
{
    /// <summary>The weekdays as the syntax writes them, Sunday first as in <see cref="DayOfWeek"/>.</summary>
    public static readonly string[] Weekdays = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"];

    /// <summary>The days that stand here; null when none do.</summary>
    public static DaySelector? Read(HoursScanner scan)
    {
        List<WeekdayRange> ranges = [];
        var (holidays, both, afterComma) = (false, false, false);
        while (true)
        {
            var start = scan.At;
            if (scan.Take("PH"))
            {
                holidays = true;
            }
            else if (Weekday(scan) is { } range)
            {
                both |= holidays && ranges.Count == 0 && !afterComma;
                ranges.Add(range);
            }
            else
            {
                scan.At = start;
                break;
            }

            start = scan.At;
            afterComma = scan.Take(",");
            if (afterComma && !IsDayNext(scan))
            {
                scan.At = start; // the comma begins another rule
                break;
            }
        }

        return holidays || ranges.Count > 0 ? new DaySelector(ranges, holidays, both) : null;
    }

    /// <summary>1 to 5, or -1 to -5 from the month's end.</summary>
    public static int? Nth(HoursScanner scan)
    {
        var sign = scan.TakeDash() ? -1 : 1;
        return scan.TakeNumber(out var nth) && nth is >= 1 and <= 5 ? sign * nth : null;
    }

    private static bool IsDayNext(HoursScanner scan)
    {
        var start = scan.At;
        var day = scan.Take("PH") || scan.TakeAny(Weekdays, out _);
        scan.At = start;
        return day;
    }

    private static WeekdayRange? Weekday(HoursScanner scan)
    {
        if (!scan.TakeAny(Weekdays, out var first))
        {
            return null;
        }

        var start = scan.At;
        if (scan.TakeDash() && scan.TakeAny(Weekdays, out var last))
        {
            return new WeekdayRange((DayOfWeek)first, (DayOfWeek)last, []);
        }

        scan.At = start;
        return new WeekdayRange((DayOfWeek)first, (DayOfWeek)first, NthList(scan));
    }

    private static List<int> NthList(HoursScanner scan)
    {
        var start = scan.At;
        List<int> list = [];
        if (!scan.Take("["))
        {
            return list;
        }

        do
        {
            if (Nth(scan) is not { } nth)
            {
                break;
            }

            list.Add(nth);
            if (nth > 0 && scan.TakeDash() && scan.TakeNumber(out var last) && last is >= 1 and <= 5)
            {
                list.AddRange(Enumerable.Range(nth + 1, Math.Max(0, last - nth)));
            }
        }
        while (scan.Take(","));

        if (list.Count > 0 && scan.Take("]"))
        {
            return list;
        }

        scan.At = start; // what stands there will be refused as a time
        return [];
    }
}
