using System.Globalization;
using Jizhou.Public.Api.Places.Hours;
using Jizhou.Public.Content;

namespace Jizhou.Public.UnitTests.Places.Hours;

/// <summary>
/// Hours worked out the slow way: every minute of a day is a box that each rule paints in turn, and every range of dates is a list of days
/// that were counted one by one.
/// </summary>
internal static class HoursOracle
{
    private static readonly Calendar Weeks = CultureInfo.InvariantCulture.Calendar;

    /// <summary>The state at a minute of a day: its own paint, and what spilled over from the day before.</summary>
    public static OpenState At(IReadOnlyList<HoursRule> rules, DateOnly day, int minute, Func<DateOnly, DayState> stateOf)
    {
        var today = Paint(rules, day, stateOf)[minute];
        var spilled = Paint(rules, day.AddDays(-1), stateOf)[minute + 1440];
        return today.Contains(RuleEffect.Open) || spilled.Contains(RuleEffect.Open) ? OpenState.Open
            : today.Count + spilled.Count > 0 ? OpenState.Unknown : OpenState.Closed;
    }

    private static HashSet<RuleEffect>[] Paint(IReadOnlyList<HoursRule> rules, DateOnly day, Func<DateOnly, DayState> stateOf)
    {
        var boxes = Enumerable.Range(0, 2880).Select(_ => new HashSet<RuleEffect>()).ToArray();
        foreach (var rule in rules.Where(rule => Speaks(rule, day, stateOf(day) == DayState.Holiday)))
        {
            var minutes = rule.Spans.Count == 0 ? [.. Enumerable.Range(0, 1440)] : rule.Spans.SelectMany(span => Enumerable.Range(span.Start, span.End - span.Start)).ToHashSet();
            if (rule.Join == RuleJoin.Replace && rule.Effect != RuleEffect.Off)
            {
                Array.ForEach(boxes, box => box.Clear());
            }

            foreach (var minute in minutes)
            {
                if (rule.Effect == RuleEffect.Off)
                {
                    boxes[minute].Clear();
                }
                else if (rule.Join != RuleJoin.Fallback || boxes[minute].Count == 0)
                {
                    boxes[minute].Add(rule.Effect);
                }
            }
        }

        return boxes;
    }

    private static bool Speaks(HoursRule rule, DateOnly day, bool holiday) =>
        (rule.Dates.Count == 0 || rule.Dates.Any(range => DaysOf(range).Contains(day)))
        && (rule.Weeks.Count == 0 || rule.Weeks.Any(weeks => Enumerable.Range(0, 54).Select(i => weeks.First + (i * weeks.Step)).TakeWhile(w => w <= weeks.Last).Contains(Week(day))))
        && (rule.Days is null || Named(rule.Days, day, holiday));

    private static bool Named(DaySelector days, DateOnly day, bool holiday)
    {
        var weekday = days.Weekdays.Any(range => WeekdaysOf(range).Contains(day.DayOfWeek)
            && (range.Nth.Count == 0 || range.Nth.Any(nth => NthOf(day.Year, day.Month, day.DayOfWeek, nth) == day)));
        return days switch { { Holidays: false } => weekday, { Both: true } => weekday && holiday, _ => weekday || holiday };
    }

    private static List<DayOfWeek> WeekdaysOf(WeekdayRange range)
    {
        List<DayOfWeek> days = [range.First];
        while (days[^1] != range.Last)
        {
            days.Add((DayOfWeek)(((int)days[^1] + 1) % 7));
        }

        return days;
    }

    private static HashSet<DateOnly> DaysOf(DateRange range)
    {
        HashSet<DateOnly> days = [];
        foreach (var year in range.From.Year is { } fixedYear ? [fixedYear] : Enumerable.Range(2024, 6))
        {
            if (First(range.From, year) is not { } start)
            {
                continue;
            }

            var end = Last(range.To, range.To.Year ?? year);
            end = end < start ? Last(range.To, (range.To.Year ?? year) + 1) : end;
            for (var day = start; day <= end; day = day.AddDays(1))
            {
                days.Add(day);
            }
        }

        return days;
    }

    private static DateOnly? First(DateMark mark, int year) => mark switch
    {
        { Weekday: { } weekday } => NthOf(year, mark.Month, weekday, mark.Nth)?.AddDays(mark.OffsetDays),
        { Day: { } date } => MonthOf(year, mark.Month).Where(day => day.Day == date).Select(day => (DateOnly?)day.AddDays(mark.OffsetDays)).FirstOrDefault(),
        _ => MonthOf(year, mark.Month)[0],
    };

    private static DateOnly? Last(DateMark mark, int year) => mark switch
    {
        { Weekday: { } weekday } => NthOf(year, mark.Month, weekday, mark.Nth)?.AddDays(mark.OffsetDays),
        { Day: { } date } => MonthOf(year, mark.Month).Last(day => day.Day <= date).AddDays(mark.OffsetDays),
        _ => MonthOf(year, mark.Month)[^1],
    };

    private static DateOnly? NthOf(int year, int month, DayOfWeek weekday, int nth)
    {
        var days = MonthOf(year, month).Where(day => day.DayOfWeek == weekday).ToList();
        var index = nth > 0 ? nth - 1 : days.Count + nth;
        return index >= 0 && index < days.Count ? days[index] : null;
    }

    private static List<DateOnly> MonthOf(int year, int month) =>
        [.. Enumerable.Range(1, DateTime.DaysInMonth(year, month)).Select(day => new DateOnly(year, month, day))];

    // ISO 8601: the week of the year's Thursday.
    private static int Week(DateOnly day)
    {
        var thursday = day.AddDays(3 - (((int)day.DayOfWeek + 6) % 7)).ToDateTime(TimeOnly.MinValue);
        return ((Weeks.GetDayOfYear(thursday) - 1) / 7) + 1;
    }
}
