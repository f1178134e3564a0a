using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Content;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Statistics;

/// <summary>The first date that somebody who booked could have had. Pure.</summary>
public static class FirstOffer
{
    /// <summary>
    /// Days from asking to the first date that had room for the volume, and never later than the date that was booked: what the booking itself took does not count
    /// against it. Slots that are missing in <paramref name="taken"/> are empty, so that an empty one gives the calendar's own first date.
    /// </summary>
    public static int Days(BulkyBook book, ServiceArea area, SlotWish wish, HolidayCalendar holidays, IReadOnlyDictionary<SlotId, Taken> taken,
        DateTimeOffset asked, DateOnly booked, int litres)
    {
        var today = DateOnly.FromDateTime(asked.ToOffset(Platform.Hosting.JizhouClock.Offset).DateTime);
        var first = SlotCalendar.Open(book, area, wish, holidays, taken, asked, today, litres).FirstOrDefault(slot => slot.Available)?.Id.Date ?? booked;
        return Math.Max(0, (first < booked ? first : booked).DayNumber - today.DayNumber);
    }
}
