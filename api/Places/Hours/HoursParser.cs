namespace Jizhou.Public.Api.Places.Hours;

/// <summary>
/// Reads the part of the OpenStreetMap opening_hours syntax that real data uses. It answers null for anything else: better
/// no hours than wrong ones.
/// </summary>
internal sealed class HoursParser(string text)
{
    private static readonly string[] Weekdays = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"];
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private readonly HoursScanner _scan = new(text);

    /// <summary>All rules of a text, or null when any part of it cannot be read.</summary>
    public static IReadOnlyList<HoursRule>? Parse(string text) => new HoursParser(text).Rules();

    private List<HoursRule>? Rules()
    {
        List<HoursRule> rules = [];
        var join = RuleJoin.Replace;
        while (!_scan.IsAtEnd)
        {
            if (Rule(join) is not { } rule)
            {
                return null;
            }

            rules.Add(rule);
            if (_scan.IsAtEnd)
            {
                break;
            }

            if (NextJoin() is not { } next)
            {
                return null;
            }

            join = next;
        }

        return rules.Count > 0 ? rules : null;
    }

    private RuleJoin? NextJoin()
    {
        if (_scan.Take(";"))
        {
            return RuleJoin.Replace;
        }

        if (_scan.Take("||"))
        {
            return RuleJoin.Fallback;
        }

        return _scan.Take(",") ? RuleJoin.Add : null;
    }

    private HoursRule? Rule(RuleJoin join)
    {
        var start = _scan.At;
        IReadOnlyList<DateRange>? dates = [];
        DaySelector? days = null;
        List<TimeSpanOfDay>? spans;
        if (_scan.Take("24/7"))
        {
            spans = [TimeSpanOfDay.WholeDay];
        }
        else
        {
            dates = Dates();
            if (dates is null)
            {
                return null;
            }

            _scan.Take(":");
            days = Days();
            _scan.Take(":");
            spans = Spans();
            if (spans is null)
            {
                return null;
            }
        }

        var effect = Effect();
        var commented = _scan.TakeQuoted(out var comment);
        if (_scan.At == start)
        {
            return null;
        }

        var onlyWords = commented && effect is null && spans.Count == 0;
        return new HoursRule(join, dates, days, spans, onlyWords ? RuleEffect.Unknown : effect ?? RuleEffect.Open, commented ? comment : null);
    }

    private RuleEffect? Effect()
    {
        if (_scan.Take("off") || _scan.Take("closed"))
        {
            return RuleEffect.Off;
        }

        if (_scan.Take("unknown"))
        {
            return RuleEffect.Unknown;
        }

        return _scan.Take("open") ? RuleEffect.Open : null;
    }

    private List<DateRange>? Dates()
    {
        List<DateRange> ranges = [];
        do
        {
            var start = _scan.At;
            if (Mark(null) is not { } first)
            {
                _scan.At = start;
                return ranges.Count == 0 ? ranges : null;
            }

            ranges.Add(new DateRange(first, RangeEnd(first)));
        }
        while (_scan.Take(","));
        return ranges;
    }

    private DateMark RangeEnd(DateMark first)
    {
        var start = _scan.At;
        if (!_scan.TakeDash())
        {
            return first;
        }

        if (Mark(first.Year) is { } to)
        {
            return to;
        }

        if (first.Day is not null && _scan.TakeNumber(out var day) && day is >= 1 and <= 31)
        {
            return first with { Day = day };
        }

        _scan.At = start; // the dash belongs to something else, and will be refused there
        return first;
    }

    /// <summary>A month, a date, or the n-th weekday of a month, with days added or taken.</summary>
    private DateMark? Mark(int? yearBefore)
    {
        var start = _scan.At;
        int? year = _scan.TakeNumber(out var number) && number is >= 1900 and <= 2999 ? number : null;
        if (year is null)
        {
            _scan.At = start;
        }

        if (!_scan.TakeAny(Months, out var month))
        {
            _scan.At = start;
            return null;
        }

        var mark = new DateMark(year ?? yearBefore, month + 1, null, null, 0, 0);
        return WithOffset(WithDay(mark));
    }

    private DateMark WithDay(DateMark mark)
    {
        var start = _scan.At;
        if (_scan.TakeNumber(out var day) && day is >= 1 and <= 31 && !IsTimeNext())
        {
            return mark with { Day = day };
        }

        _scan.At = start;
        if (_scan.TakeAny(Weekdays, out var weekday) && _scan.Take("[") && Nth() is { } nth && _scan.Take("]"))
        {
            return mark with { Weekday = (DayOfWeek)weekday, Nth = nth };
        }

        _scan.At = start;
        return mark;
    }

    private DateMark WithOffset(DateMark mark)
    {
        var start = _scan.At;
        var later = _scan.Take("+");
        if ((later || _scan.Take("-")) && !mark.IsMonth && _scan.TakeNumber(out var days) && (_scan.Take("days") || _scan.Take("day")))
        {
            return mark with { OffsetDays = later ? days : -days };
        }

        _scan.At = start;
        return mark;
    }

    private bool IsTimeNext()
    {
        var start = _scan.At;
        var time = _scan.Take(":") && _scan.TakeNumber(out _);
        _scan.At = start;
        return time;
    }

    private int? Nth()
    {
        var sign = _scan.TakeDash() ? -1 : 1;
        return _scan.TakeNumber(out var nth) && nth is >= 1 and <= 5 ? sign * nth : null;
    }

    private DaySelector? Days()
    {
        List<WeekdayRange> ranges = [];
        var (holidays, both) = (false, false);
        while (true)
        {
            var start = _scan.At;
            if (_scan.Take("PH"))
            {
                holidays = true;
            }
            else if (Weekday() is { } range)
            {
                both |= holidays && ranges.Count == 0 && !LastWasComma(start);
                ranges.Add(range);
            }
            else
            {
                _scan.At = start;
                break;
            }

            start = _scan.At;
            if (_scan.Take(",") && !IsDayNext())
            {
                _scan.At = start; // the comma begins another rule
                break;
            }
        }

        return holidays || ranges.Count > 0 ? new DaySelector(ranges, holidays, both) : null;
    }

    private bool LastWasComma(int at) => text[..at].TrimEnd().EndsWith(',');

    private bool IsDayNext()
    {
        var start = _scan.At;
        var day = _scan.Take("PH") || _scan.TakeAny(Weekdays, out _);
        _scan.At = start;
        return day;
    }

    private WeekdayRange? Weekday()
    {
        if (!_scan.TakeAny(Weekdays, out var first))
        {
            return null;
        }

        var start = _scan.At;
        if (_scan.TakeDash() && _scan.TakeAny(Weekdays, out var last))
        {
            return new WeekdayRange((DayOfWeek)first, (DayOfWeek)last, []);
        }

        _scan.At = start;
        return new WeekdayRange((DayOfWeek)first, (DayOfWeek)first, NthList());
    }

    private List<int> NthList()
    {
        var start = _scan.At;
        List<int> list = [];
        if (!_scan.Take("["))
        {
            return list;
        }

        do
        {
            if (Nth() is not { } nth)
            {
                break;
            }

            list.Add(nth);
            if (nth > 0 && _scan.TakeDash() && _scan.TakeNumber(out var last) && last is >= 1 and <= 5)
            {
                list.AddRange(Enumerable.Range(nth + 1, Math.Max(0, last - nth)));
            }
        }
        while (_scan.Take(","));

        if (list.Count > 0 && _scan.Take("]"))
        {
            return list;
        }

        _scan.At = start; // what stands there will be refused as a time
        return [];
    }

    private List<TimeSpanOfDay>? Spans()
    {
        List<TimeSpanOfDay> spans = [];
        do
        {
            var start = _scan.At;
            if (!Time(out var opens))
            {
                _scan.At = start;
                return spans.Count == 0 ? spans : BackToComma(spans, start);
            }

            if (opens >= 1440 || !_scan.TakeDash() || !Time(out var closes) || closes > 2880 || _scan.Take("+"))
            {
                return null;
            }

            spans.Add(new TimeSpanOfDay(opens, closes <= opens ? closes + 1440 : closes));
        }
        while (_scan.Take(","));
        return spans;
    }

    /// <summary>After the last span came a comma that begins another rule.</summary>
    private List<TimeSpanOfDay> BackToComma(List<TimeSpanOfDay> spans, int afterComma)
    {
        _scan.At = text.LastIndexOf(',', afterComma - 1);
        return spans;
    }

    /// <summary>A time in minutes: 9:00, 09:00, 12.00 (read leniently) or 26:00.</summary>
    private bool Time(out int minutes)
    {
        minutes = 0;
        if (!_scan.TakeNumber(out var hour) || !(_scan.Take(":") || _scan.Take(".") || _scan.Take("：")) || !_scan.TakeNumber(out var minute))
        {
            return false;
        }

        minutes = (60 * hour) + minute;
        return hour <= 48 && minute < 60;
    }
}
