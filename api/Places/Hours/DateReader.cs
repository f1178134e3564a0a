namespace Jizhou.Public.Api.Places.Hours;

/// <summary>Reads the dates of a rule: months, days, n-th weekdays with days added or taken, years, ISO weeks.</summary>
internal static class DateReader
{
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>Ranges of dates; empty when none stand here, null when what stands here cannot be read.</summary>
    public static List<DateRange>? Read(HoursScanner scan)
    {
        List<DateRange> ranges = [];
        do
        {
            var start = scan.At;
            if ((Mark(scan, null) ?? SameMonth(scan, ranges)) is not { } first)
            {
                scan.At = start;
                return ranges.Count == 0 ? ranges : null;
            }

            ranges.Add(new DateRange(first, RangeEnd(scan, first)));
        }
        while (scan.Take(","));
        return ranges;
    }

    /// <summary><c>week 1-53/2</c>: ISO weeks, all or every n-th; empty when none stand here.</summary>
    public static List<WeekRange>? ReadWeeks(HoursScanner scan)
    {
        List<WeekRange> weeks = [];
        if (!scan.Take("week"))
        {
            return weeks;
        }

        do
        {
            if (!scan.TakeNumber(out var first) || first is < 1 or > 53)
            {
                return null;
            }

            var (last, step) = (first, 1);
            if (scan.TakeDash() && (!scan.TakeNumber(out last) || last is < 1 or > 53 || last < first))
            {
                return null;
            }

            if (scan.Take("/") && (!scan.TakeNumber(out step) || step is < 1 or > 26))
            {
                return null;
            }

            weeks.Add(new WeekRange(first, last, step));
        }
        while (scan.Take(","));
        return weeks;
    }

    /// <summary>After <c>Dec 25,</c> a bare 26 is a day of the same month.</summary>
    private static DateMark? SameMonth(HoursScanner scan, List<DateRange> before) =>
        before.Count > 0 && before[^1].To is { Day: not null } last && scan.TakeNumber(out var day) && day is >= 1 and <= 31 && !scan.IsTimeNext()
            ? last with { Day = day, OffsetDays = 0 }
            : null;

    private static DateMark RangeEnd(HoursScanner scan, DateMark first)
    {
        var start = scan.At;
        if (!scan.TakeDash())
        {
            return first;
        }

        if (Mark(scan, first.Year) is { } to)
        {
            return to;
        }

        if (first.Day is not null && scan.TakeNumber(out var day) && day is >= 1 and <= 31 && !scan.IsTimeNext())
        {
            return first with { Day = day };
        }

        scan.At = start; // the dash belongs to something else, and will be refused there
        return first;
    }

    /// <summary>A month, a date, or the n-th weekday of a month, with days added or taken.</summary>
    private static DateMark? Mark(HoursScanner scan, int? yearBefore)
    {
        var start = scan.At;
        int? year = scan.TakeNumber(out var number) && number is >= 1900 and <= 2999 ? number : null;
        if (year is null)
        {
            scan.At = start;
        }

        if (!scan.TakeAny(Months, out var month))
        {
            scan.At = start;
            return null;
        }

        return WithOffset(scan, WithDay(scan, new DateMark(year ?? yearBefore, month + 1, null, null, 0, 0)));
    }

    private static DateMark WithDay(HoursScanner scan, DateMark mark)
    {
        var start = scan.At;
        if (scan.TakeNumber(out var day) && day is >= 1 and <= 31 && !scan.IsTimeNext())
        {
            return mark with { Day = day };
        }

        scan.At = start;
        if (scan.TakeAny(DayReader.Weekdays, out var weekday) && scan.Take("[") && DayReader.Nth(scan) is { } nth && scan.Take("]"))
        {
            return mark with { Weekday = (DayOfWeek)weekday, Nth = nth };
        }

        scan.At = start;
        return mark;
    }

    private static DateMark WithOffset(HoursScanner scan, DateMark mark)
    {
        var start = scan.At;
        var later = scan.Take("+");
        if ((later || scan.Take("-")) && !mark.IsMonth && scan.TakeNumber(out var days) && days <= 366 && (scan.Take("days") || scan.Take("day")))
        {
            return mark with { OffsetDays = later ? days : -days };
        }

        scan.At = start;
        return mark;
    }
}
