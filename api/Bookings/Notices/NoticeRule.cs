using Jizhou.Public.Api.Bookings.Notices.Outbox;
using Jizhou.Public.Api.Bookings.Reservations;

namespace Jizhou.Public.Api.Bookings.Notices;

/// <summary>Whether a notice is still true when its turn comes. Pure; the sender and the call sheet ask the same function.</summary>
public static class NoticeRule
{
    /// <summary>Why it is not told any more, in Chinese for the console; null when it is.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="booking">Its booking as it is now; null when there is none.</param>
    /// <param name="today">Today in Jizhou.</param>
    /// <param name="remindDaysBefore">Days before the pickup on which residents are reminded.</param>
    public static string? WhyNot(Notice notice, StoredBooking? booking, DateOnly today, IReadOnlyList<int> remindDaysBefore)
    {
        if (booking?.Secret is null)
        {
            return "没有电话号码（个人信息已删除）";
        }

        return notice.DaysBefore is { } daysBefore ? WhyNoReminder(notice, booking, daysBefore, today, remindDaysBefore) : WhyNoChange(notice, booking, today);
    }

    // Of several reminders only the one whose turn it is: three days after the job stood still, the one for "in three days" is stale, the one for tomorrow is not.
    private static string? WhyNoReminder(Notice notice, StoredBooking booking, int daysBefore, DateOnly today, IReadOnlyList<int> remindDaysBefore)
    {
        if (booking.State is not (BookingState.Booked or BookingState.Assigned))
        {
            return "预约已取消、已收运或停收";
        }

        if (booking.Slot.Date != notice.AboutDay)
        {
            return "改到别的日子了";
        }

        var left = booking.Slot.Date.DayNumber - today.DayNumber;
        if (left <= 0)
        {
            return "收运的日子到了或已过";
        }

        if (daysBefore != remindDaysBefore.Where(days => days >= left).DefaultIfEmpty(daysBefore).Min())
        {
            return "过了这次提醒的时候";
        }

        return notice.ChangeWaits ? "变动的通知里会说" : null;
    }

    private static string? WhyNoChange(Notice notice, StoredBooking booking, DateOnly today)
    {
        if (notice.HasLaterChange)
        {
            return "后来又有变动，以后面的为准";
        }

        var isPast = booking.State != BookingState.Postponed && booking.Slot.Date < today;
        var isTrue = notice.Event switch
        {
            "cancelled" => booking.State == BookingState.Cancelled && !isPast,
            "partly-collected" or "not-collected" => booking.State == notice.Event,
            _ => BookingState.IsOpen(booking.State) && !isPast,
        };
        return isTrue ? null : "已经不是这样了，或日子已过";
    }
}
