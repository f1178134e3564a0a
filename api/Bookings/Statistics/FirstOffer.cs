using System.Data.Common;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Content;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Statistics;

/// <summary>The first date that somebody who booked could have had.</summary>
public static class FirstOffer
{
    private static readonly IReadOnlyDictionary<SlotId, Taken> Nothing = new Dictionary<SlotId, Taken>();

    /// <summary>
    /// Days from asking for a booking to the first date that had room for it; null when content no longer knows its area or class. The slots are asked only when the
    /// calendar has an earlier date than the one booked: then it was full, or was passed over.
    /// </summary>
    public static async Task<int?> OfAsync(DbConnection connection, StoredBooking booking, PickupFacts facts)
    {
        var (book, holidays, asked) = (facts.Book, facts.Holidays, booking.CreatedAt);
        if (book.Area(booking.Slot.Area) is not { } area || book.Class(booking.Class) is not { } booker)
        {
            return null;
        }

        var wish = facts.WishOf(booker, booking.Shares);
        var today = DateOnly.FromDateTime(asked.ToOffset(Platform.Hosting.JizhouClock.Offset).DateTime);
        var earliest = With(Nothing);
        if (today.AddDays(earliest) >= booking.Slot.Date)
        {
            return earliest;
        }

        // As a rule the earliest date has room and was passed over; all dates are asked only when it has none.
        var day = today.AddDays(earliest);
        return With(await SlotStore.TakenAsync(connection, area.Code, day, day)) == earliest
            ? earliest
            : With(await SlotStore.TakenAsync(connection, area.Code, today, booking.Slot.Date));

        int With(IReadOnlyDictionary<SlotId, Taken> taken) => Days(book, area, wish, holidays, taken, asked, booking.Slot.Date, booking.Litres);
    }

    /// <summary>
    /// Pure. Days from asking to the first date that had room for the volume, and never later than the date that was booked: what the booking itself took does not count
    /// against it. Slots that are missing in <paramref name="taken"/> are empty, so that an empty one gives the calendar's own first date.
    /// </summary>
    public static int Days(BulkyBook book, ServiceArea area, SlotWish wish, HolidayCalendar holidays, IReadOnlyDictionary<SlotId, Taken> taken,
        DateTimeOffset asked, DateOnly booked, int litres)
    {
        var today = DateOnly.FromDateTime(asked.ToOffset(Platform.Hosting.JizhouClock.Offset).DateTime);
        var first = SlotCalendar.Each(book, area, wish, holidays, taken, asked, today, litres).FirstOrDefault(slot => slot.Available)?.Id.Date ?? booked;
        return Math.Max(0, (first < booked ? first : booked).DayNumber - today.DayNumber);
    }
}
