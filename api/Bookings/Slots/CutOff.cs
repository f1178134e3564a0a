using Jizhou.Public.Content;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Slots;

/// <summary>
/// The one function that decides until when a day can be booked, changed or cancelled: the cut-off minute of the
/// working day before it. The minute itself still counts: at 16:00:59 the clock on the wall says 16:00.
/// </summary>
public static class CutOff
{
    /// <summary>The last minute for a pickup on this day, +08:00.</summary>
    public static DateTimeOffset Of(DateOnly date, BulkyRules rules, HolidayCalendar holidays) =>
        new(holidays.WorkingDayBefore(date).ToDateTime(rules.CutOff), TimeSpan.FromHours(8));

    /// <summary>Is there still time at this instant?</summary>
    public static bool IsBefore(DateTimeOffset now, DateOnly date, BulkyRules rules, HolidayCalendar holidays) =>
        now < Of(date, rules, holidays).AddMinutes(1);
}
