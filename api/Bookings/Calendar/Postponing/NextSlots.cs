using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Content;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Calendar.Postponing;

/// <summary>Where a booking may go when its day is called off. Pure.</summary>
public static class NextSlots
{
    /// <summary>
    /// The slots after a slot that could take it, whatever is taken of them: day by day, its own part of the day first. Only days whose cut-off has
    /// not passed, so that its resident can still say no; up to the horizon, counted from the day that was called off.
    /// </summary>
    public static IEnumerable<SlotId> After(SlotId slot, SlotWish wish, BulkyBook book, HolidayCalendar holidays, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.ToOffset(TimeSpan.FromHours(8)).DateTime);
        var ahead = Math.Max(0, slot.Date.DayNumber - today.DayNumber) + book.Rules.HorizonDays;
        var longer = book with { Rules = book.Rules with { HorizonDays = ahead } };
        var windows = book.Rules.Windows.Select(window => window.Code).OrderByDescending(window => window == slot.Window).ToList();
        for (var date = slot.Date.AddDays(1); date <= today.AddDays(ahead); date = date.AddDays(1))
        {
            foreach (var next in windows.Select(window => slot with { Date = date, Window = window }))
            {
                if (SlotCalendar.WhyNot(next, wish, longer, holidays, now) is null)
                {
                    yield return next;
                }
            }
        }
    }
}
