using Jizhou.Public.Api.Bookings.Reservations;

namespace Jizhou.Public.Api.Bookings.Rounds;

/// <summary>The states of a booking as operators read them, and days in words.</summary>
public static class StateWords
{
    private static readonly string[] Weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

    /// <summary>A state.</summary>
    public static string Of(string state) => state switch
    {
        BookingState.Booked => "未派车",
        BookingState.Assigned => "已派车",
        BookingState.Collected => "全部收完",
        BookingState.PartlyCollected => "收了一部分",
        BookingState.NotCollected => "没有收",
        BookingState.Cancelled => "已取消",
        BookingState.Postponed => "等改期",
        _ => state,
    };

    /// <summary>11月25日（周三）.</summary>
    public static string Day(DateOnly day) => $"{day.Month}月{day.Day}日（{Weekdays[(int)day.DayOfWeek]}）";

    /// <summary>10:32, in Jizhou.</summary>
    public static string Time(DateTimeOffset at) => at.ToOffset(Platform.Hosting.JizhouClock.Offset).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>12.4, without needless zeros.</summary>
    public static string CubicMetres(long litres) => (litres / 1000m).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
