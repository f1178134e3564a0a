using System.Globalization;
using Jizhou.Public.Content;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.UnitTests.Bookings;

/// <summary>A small world for the rules: two areas, the real holidays around the dates that tests ask about, no notice after 2026.</summary>
internal static class BookingFacts
{
    public static readonly ServiceArea Daily = new("centre", "城区片", ["120119001"],
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], new(2, 3000), MakeUpDays: true, WithoutNotice: true);

    public static readonly ServiceArea Wednesdays = new("north", "北部片", ["120119104"],
        [DayOfWeek.Wednesday], new(2, 3000), MakeUpDays: false, WithoutNotice: false);

    public static readonly BulkyItem Sofa = new("sofa", "沙发", ["三人沙发"], "furniture", "件", 1200, 3, null, null, null);
    public static readonly BulkyItem Chair = new("chair", "椅子", [], "furniture", "把", 150, 4, null, null, null);
    public static readonly BulkyItem Bag = new("decoration-bag", "装修垃圾（一袋）", [], "decoration", "袋", 200, 60, null, null, null);
    public static readonly BulkyItem Gas = new("gas-cylinder", "煤气罐", [], "refused", null, 0, 0, null, null, new("会爆炸。", "退回充气站。", "/sorting/special/"));

    public static readonly BookingClass Residents = new("resident", "居民", "自己家里的。", "free", [], new BulkyLimits(2, 6000, 2, 3), [], true);

    public static readonly BookingClass InnKeepers = new("inn", "农家院及个体", "店里的。", "inn", [DayOfWeek.Wednesday, DayOfWeek.Thursday], new BulkyLimits(3, 3000, 3, 4),
        [new(["decoration"], ["gas-cylinder"], new("按建筑垃圾管理。", "先报备。", "/inns/renovation/"))], true);

    public static readonly PickupService Furniture = new("furniture", "旧家具", [], 100, OnHolidays: false);
    public static readonly PickupService Decoration = new("decoration", "装修垃圾", [DayOfWeek.Tuesday], 50, OnHolidays: false);
    public static readonly PickupService Recyclables = new("recyclables", "可回收物", [], 50, OnHolidays: true);

    public static readonly BulkyBook Book = new(
        new BulkyRules(true, "示例", new TimeOnly(16, 0), 28, TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), 2, 180,
            [new("morning", "上午", new(8, 0), new(12, 0)), new("afternoon", "下午", new(13, 0), new(17, 0))], new Dictionary<DateOnly, string> { [new(2026, 11, 26)] = "车辆检修" }),
        [Residents, InnKeepers], [Furniture, Decoration, Recyclables], [Daily, Wednesdays],
        new BulkyCatalogue(true, [new("furniture", "旧家具"), new("decoration", "装修垃圾"), new("recyclables", "可回收物")], [Sofa, Chair, Bag, Gas]),
        [new Tariff("free", "2026-1", new(2026, 11, 22), true, "免费（示例）", "示例", 0, 0), new Tariff("inn", "2026-1", new(2026, 11, 22), true, "按方（示例）", "示例", 500, 1999),
            new Tariff("inn", "2027-1", new(2027, 1, 1), true, "按方（示例）", "示例", 600, 1999)]);

    /// <summary>National Day and Spring Festival of 2026 with their make-up days, New Year's Day 2027 as a statutory day.</summary>
    public static readonly HolidayCalendar Holidays = new(
        [
            .. Days("春节", DayState.Holiday, new(2026, 2, 15), 9), .. Days("春节", DayState.Makeup, new(2026, 2, 14), 1), .. Days("春节", DayState.Makeup, new(2026, 2, 28), 1),
            .. Days("国庆节", DayState.Holiday, new(2026, 10, 1), 7), .. Days("国庆节", DayState.Makeup, new(2026, 9, 20), 1), .. Days("国庆节", DayState.Makeup, new(2026, 10, 10), 1),
            .. Days("元旦", DayState.Holiday, new(2027, 1, 1), 1),
        ],
        [2024, 2025, 2026]);

    /// <summary>An instant in Jizhou: <c>2026-11-23 16:00:59</c>.</summary>
    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text + " +08:00", CultureInfo.InvariantCulture);

    private static IEnumerable<SpecialDay> Days(string name, DayState state, DateOnly first, int count) =>
        Enumerable.Range(0, count).Select(i => new SpecialDay(first.AddDays(i), name, state, InLieu: false));
}
