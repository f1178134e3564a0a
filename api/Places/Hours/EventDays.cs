using System.Globalization;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Hours;

/// <summary>
/// The days on which something comes that is not always there: single dates, and market days of the lunar month. The days are the
/// importer's, never ours. Lunar days are counted by the framework's <see cref="ChineseLunisolarCalendar"/>; a leap month has market days like any other.
/// </summary>
public sealed class EventDays
{
    private const int LookAheadDays = 400;
    private static readonly ChineseLunisolarCalendar Lunisolar = new();

    private readonly HashSet<DateOnly> _dates;

    /// <summary>Takes dates and lunar days; <see cref="Place.Lunar"/> says what the numbers mean.</summary>
    public EventDays(IReadOnlyList<DateOnly> dates, IReadOnlyList<int> lunar) => (_dates, Lunar) = ([.. dates], lunar);

    /// <summary>The lunar days.</summary>
    public IReadOnlyList<int> Lunar { get; }

    /// <summary>Whether any day is on record.</summary>
    public bool IsKnown => _dates.Count > 0 || Lunar.Count > 0;

    /// <summary>Whether the day is one of them.</summary>
    public bool Contains(DateOnly day) => _dates.Contains(day) || (Lunar.Count > 0 && IsLunar(day));

    /// <summary>The first of them from a day on, that day included; fewer than asked when they end, and none after 400 days unless it is a date.</summary>
    public IReadOnlyList<DateOnly> From(DateOnly first, int count) =>
    [
        .. _dates.Where(day => day >= first)
            .Concat(Lunar.Count == 0 ? [] : Enumerable.Range(0, LookAheadDays).Select(first.AddDays).Where(IsLunar))
            .Distinct().Order().Take(count),
    ];

    /// <summary>The day of the lunar month, 1 to 30; null where the framework's calendar ends (1901 to 2100).</summary>
    public static int? LunarDayOf(DateOnly day)
    {
        var moment = day.ToDateTime(TimeOnly.MinValue);
        return moment >= Lunisolar.MinSupportedDateTime && moment <= Lunisolar.MaxSupportedDateTime ? Lunisolar.GetDayOfMonth(moment) : null;
    }

    private bool IsLunar(DateOnly day) =>
        LunarDayOf(day) is { } lunar && Lunar.Any(wanted => wanted <= 10 ? lunar % 10 == wanted % 10 : lunar == wanted);
}
