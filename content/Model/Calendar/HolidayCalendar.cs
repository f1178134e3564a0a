namespace Jizhou.Public.Content;

/// <summary>What kind of day it is.</summary>
public enum DayState
{
    /// <summary>Monday to Friday, nothing special.</summary>
    Workday,

    /// <summary>Saturday or Sunday, free.</summary>
    Weekend,

    /// <summary>A public holiday, statutory or moved.</summary>
    Holiday,

    /// <summary>A Saturday or Sunday that is worked (调休).</summary>
    Makeup,

    /// <summary>We hold no notice for the year: it may be any of them.</summary>
    Unknown,
}

/// <summary>A day that is not what its weekday says.</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">Name of the holiday: 春节.</param>
/// <param name="State">Holiday or Makeup.</param>
/// <param name="InLieu">Is it free only because another day is worked?</param>
public sealed record SpecialDay(DateOnly Date, string Name, DayState State, bool InLieu);

/// <summary>Public holidays and make-up days of China, for the years whose yearly notice we hold.</summary>
public sealed class HolidayCalendar
{
    private readonly Dictionary<DateOnly, SpecialDay> _special;
    private readonly HashSet<int> _onRecord;

    /// <summary>Makes the calendar from its special days and the years whose notice is on record.</summary>
    public HolidayCalendar(IReadOnlyList<SpecialDay> days, IReadOnlyCollection<int> yearsOnRecord)
    {
        (Days, YearsOnRecord) = (days, [.. yearsOnRecord.Order()]);
        _special = days.DistinctBy(d => d.Date).ToDictionary(d => d.Date);
        _onRecord = [.. yearsOnRecord];
    }

    /// <summary>All special days, by date.</summary>
    public IReadOnlyList<SpecialDay> Days { get; }

    /// <summary>Years whose notice we hold.</summary>
    public IReadOnlyList<int> YearsOnRecord { get; }

    /// <summary>Do we hold the yearly notice? If not, we say so and never claim that it is unpublished.</summary>
    public bool IsNoticeOnRecord(int year) => _onRecord.Contains(year);

    /// <summary>The kind of a day. In a year without notice only statutory holidays are sure; the rest is unknown.</summary>
    public DayState StateOf(DateOnly date)
    {
        if (_special.TryGetValue(date, out var special))
        {
            return special.State;
        }

        if (!IsNoticeOnRecord(date.Year))
        {
            return DayState.Unknown;
        }

        return date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayState.Weekend : DayState.Workday;
    }

    /// <summary>The special day on a date, or null.</summary>
    public SpecialDay? Special(DateOnly date) => _special.GetValueOrDefault(date);

    /// <summary>Is it surely worked? False when unknown.</summary>
    public bool IsWorkday(DateOnly date) => StateOf(date) is DayState.Workday or DayState.Makeup;

    /// <summary>Is it surely a public holiday?</summary>
    public bool IsPublicHoliday(DateOnly date) => StateOf(date) is DayState.Holiday;

    /// <summary>The calendar with a year's notice in place of what it knew of that year. The notice may reach into the December before.</summary>
    public HolidayCalendar With(HolidayNotice notice)
    {
        var dates = notice.Days.Select(day => day.Date).ToHashSet();
        return new HolidayCalendar(
            [.. Days.Where(day => day.Date.Year != notice.Year && !dates.Contains(day.Date)).Concat(notice.Days).OrderBy(day => day.Date)],
            [.. _onRecord, notice.Year]);
    }

    /// <summary>Last day up to which every day is known, counted on from a day; null when that day's year is not on record.</summary>
    public DateOnly? KnownUntil(DateOnly from)
    {
        var year = from.Year;
        while (IsNoticeOnRecord(year))
        {
            year++;
        }

        return year == from.Year ? null : new DateOnly(year - 1, 12, 31);
    }
}
