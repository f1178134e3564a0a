using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Bookings.Calendar;

/// <summary>Says 45 days ahead that next year's holiday notice is missing: from 17 November on.</summary>
public sealed class NoticeWarning(PickupFacts facts, JizhouClock clock) : IConsoleWarnings
{
    /// <summary>So many days before 1 January.</summary>
    public const int DaysAhead = 45;

    /// <summary>The year whose notice should be loaded now; null when none is missing. This year's is missed at any time.</summary>
    public static int? MissingYear(DateOnly today, HolidayCalendar holidays) =>
        !holidays.IsNoticeOnRecord(today.Year) ? today.Year
        : !holidays.IsNoticeOnRecord(today.Year + 1) && today.AddDays(DaysAhead).Year > today.Year ? today.Year + 1
        : null;

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<ConsoleWarning>> NowAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<ConsoleWarning>>(
        MissingYear(clock.Today, facts.Holidays) is not { } year ? [] :
        [
            new($"本站还没有收录 {year} 年放假安排，{year} 年的日子只能标“暂定”。收到国务院办公厅的通知后，请尽快装入。", "/console/calendar/holidays/", $"装入 {year} 年放假安排", CalendarRoles.Act),
        ]);
}
