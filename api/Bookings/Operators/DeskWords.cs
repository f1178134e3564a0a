using System.Globalization;
using System.Text.Json;
using Jizhou.Public.Api.Bookings.Catalogue;
using Jizhou.Public.Api.Bookings.Holds;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Bookings.Operators;

/// <summary>What operators read for the codes of bookings.</summary>
public static class DeskWords
{
    private static readonly string[] Weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

    /// <summary>States in the order of a booking's life.</summary>
    public static IReadOnlyDictionary<string, string> States { get; } = new Dictionary<string, string>
    {
        [BookingState.Booked] = "已预约",
        [BookingState.Assigned] = "已派车",
        [BookingState.Collected] = "已收运",
        [BookingState.PartlyCollected] = "部分收运",
        [BookingState.NotCollected] = "未收走",
        [BookingState.Cancelled] = "已取消",
        [BookingState.Postponed] = "改期待定",
    };

    /// <summary>How bookings came in.</summary>
    public static IReadOnlyDictionary<string, string> Channels { get; } = new Dictionary<string, string>
    {
        [BookingChannel.Web] = "网上",
        [BookingChannel.Phone] = "电话",
        [BookingChannel.Agent] = "村级代办",
    };

    /// <summary>Why somebody cancels for a resident.</summary>
    public static IReadOnlyDictionary<string, string> CancelReasons { get; } = new Dictionary<string, string>
    {
        ["resident-asked"] = "居民要求取消",
        ["booked-twice"] = "重复预约",
        ["wrong-details"] = "地址或物品填错，重新预约",
        ["cannot-be-collected"] = "不收的东西，或车到不了",
        ["other-cause"] = "其他原因",
    };

    /// <summary>2026年11月24日（周二）.</summary>
    public static string Day(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日（{Weekdays[(int)day.DayOfWeek]}）";

    /// <summary>11月24日（周二）上午 08:00–12:00.</summary>
    public static string Slot(SlotId slot, PickupFacts facts)
    {
        var window = facts.Book.Rules.Window(slot.Window);
        return $"{slot.Date.Month}月{slot.Date.Day}日（{Weekdays[(int)slot.Date.DayOfWeek]}）{window?.Name ?? slot.Window} {SlotView.Time(window?.StartsAt)}–{SlotView.Time(window?.EndsAt)}";
    }

    /// <summary>2026-11-24, as fields of forms and addresses write it.</summary>
    public static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The state in words.</summary>
    public static string State(string code) => States.GetValueOrDefault(code, code);

    /// <summary>The class in words.</summary>
    public static string Class(string code, PickupFacts facts) => facts.Book.Class(code)?.Name ?? code;

    /// <summary>How near a truck comes, floor and lift, in words.</summary>
    public static string Access(string access, int? floor, bool? lift) => string.Join("，", new[]
    {
        DoorAccess.NameOf(access),
        floor is { } number ? string.Create(CultureInfo.InvariantCulture, $"{number} 楼") : null,
        lift switch { true => "有电梯", false => "没有电梯", null => null },
    }.OfType<string>());

    /// <summary>The lines of a stored quote in words: 沙发（两人以上） 1件，床垫 2张.</summary>
    public static string Items(string quote) => string.Join("，", Read(quote).Lines.Select(line => $"{line.Name} {line.Count}{line.Unit}"));

    /// <summary>A stored quote.</summary>
    public static Quote Read(string quote) => JsonSerializer.Deserialize<Quote>(quote, JsonForm.Options)!;

    /// <summary>What happened, in words.</summary>
    public static string What(string what) => what switch
    {
        "booked" => "预约",
        "amended" => "更改",
        "cancelled" => "取消",
        "assigned" => "派车",
        "unassigned" => "撤回派车",
        "postponed" => "改期",
        "collected" => "收运",
        "partly-collected" => "部分收运",
        "not-collected" => "未收走",
        "missed-reported" => "居民说没来收",
        "discrepancy" => "结果对不上",
        _ => what,
    };

    /// <summary>Who did it, in words.</summary>
    public static string By(string by) => by switch
    {
        "resident" => "居民",
        "phone" => "调度员替来电人",
        "agent" => "村级代办",
        "crew" => "收运员",
        "dispatcher" => "调度员",
        "job" => "系统",
        _ => by,
    };
}
