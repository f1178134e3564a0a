using System.Globalization;
using Jizhou.Public.Api.Places.Hours;
using Jizhou.Public.Content;

namespace Jizhou.Public.UnitTests.Places.Hours;

/// <summary>Hours on holidays, make-up days and lunar market days.</summary>
public sealed class ChineseCalendarTests
{
    private static readonly Func<DateOnly, DayState> Calendar = TestPlaces.Content.Calendar.StateOf;

    [Theory]
    [InlineData("2026-02-14", DayState.Makeup)] // a Saturday that is worked for 春节
    [InlineData("2026-02-17", DayState.Holiday)]
    public void The_days_below_are_what_they_seem(string day, DayState state) => Assert.Equal(state, Calendar(Day(day)));

    [Theory]
    [InlineData("Mo-Fr 08:00-17:00; PH off", "2026-02-14", "open")] // keeps the working days: 调休上班日
    [InlineData("Mo-Fr 08:00-17:00; PH off", "2026-02-07", "closed")] // a common Saturday
    [InlineData("Mo-Fr 08:00-17:00; PH off", "2026-02-17", "closed")] // a Tuesday that is a holiday
    [InlineData("Apr-Oct Mo-Fr 08:00-17:00; Nov-Mar Mo-Fr 09:00-16:00; PH off", "2026-02-14", "open")]
    [InlineData("Mo-Fr 08:00-17:00", "2026-02-14", "closed")] // says nothing of holidays: taken at its word
    [InlineData("Mo-Fr 08:00-17:00; Sa 13:00-15:00; PH off", "2026-02-14", "closed")] // has hours of its own for Saturdays
    [InlineData("Mo-Fr 08:00-17:00; Sa,Su,PH off", "2026-02-14", "closed")]
    [InlineData("Mo-Sa 08:00-17:00; PH off", "2026-02-14", "open")]
    [InlineData("Mo-Th 08:00-17:00; PH off", "2026-02-14", "closed")]
    [InlineData("08:00-17:00; PH off", "2026-02-14", "open")]
    public void A_make_up_day_counts_as_a_weekday_only_for_places_that_keep_the_working_days(string text, string day, string state) =>
        Assert.Equal(state, OpeningHours.Parse(text).StateAt(At(day, "10:00"), Calendar).State.Code());

    [Fact]
    public void Such_a_day_says_why() => Assert.Equal(
        "现在开放，今天 17:00 关门（调休上班日）",
        OpeningWords.Of(OpeningHours.Parse("Mo-Fr 08:00-17:00; PH off").StateAt(At("2026-02-14", "10:00"), Calendar), Day("2026-02-14")));

    [Fact]
    public void Lunar_days_are_those_of_almanacs_leap_months_included()
    {
        Assert.Equal(1, EventDays.LunarDayOf(Day("2026-02-17"))); // 正月初一
        Assert.Equal(15, EventDays.LunarDayOf(Day("2026-09-25"))); // 八月十五
        Assert.Equal(5, EventDays.LunarDayOf(Day("2026-06-19"))); // 五月初五
        Assert.Equal(1, EventDays.LunarDayOf(Day("2025-07-25"))); // 闰六月初一
        Assert.Null(EventDays.LunarDayOf(Day("2102-01-01")));
    }

    [Fact]
    public void Market_days_go_by_the_last_digit_in_leap_months_too()
    {
        var days = new EventDays([], [2, 7]);
        // 闰六月 of 2025 begins on 07-25 and has 29 days
        Assert.Equal(
            ["2025-07-26", "2025-07-31", "2025-08-05", "2025-08-10", "2025-08-15", "2025-08-20"],
            days.From(Day("2025-07-25"), 6).Select(day => day.ToString("O", CultureInfo.InvariantCulture)));
        Assert.All(new EventDays([], [10]).From(Day("2026-01-01"), 50), day => Assert.True(EventDays.LunarDayOf(day) % 10 == 0));
        Assert.All(new EventDays([], [15]).From(Day("2026-01-01"), 12), day => Assert.Equal(15, EventDays.LunarDayOf(day)));
    }

    [Fact]
    public void Dates_and_market_days_together_limit_the_hours()
    {
        var hours = OpeningHours.Parse("07:00-11:00").OnlyOn(new EventDays([Day("2026-12-05")], [2, 7]));
        var moment = At("2026-11-26", "11:30"); // 十月十八
        var answer = hours.StateAt(moment, Calendar);
        var coming = hours.ComingDays(moment, 4, Calendar);
        Assert.Equal((OpenState.Closed, At("2026-11-30", "07:00")), (answer.State, answer.NextOpening));
        Assert.Equal(["2026-11-30", "2026-12-05", "2026-12-10", "2026-12-15"], coming.Select(day => day.ToString("O", CultureInfo.InvariantCulture)));
        Assert.Equal("现在不在，下次 11月30日（周一） 7:00", OpeningWords.Of(answer, Day("2026-11-26"), coming));
        Assert.Equal("open", hours.StateAt(At("2026-12-05", "08:00"), Calendar).State.Code());
    }

    [Fact]
    public void An_event_whose_hours_nobody_recorded_is_unknown_on_its_days_and_away_on_others()
    {
        var hours = OpeningHours.Parse(null).OnlyOn(new EventDays([Day("2026-12-05")], []));
        Assert.Equal("今天来，几点还没有收录", Said(hours, "2026-12-05"));
        Assert.Equal("现在不在，下次 12月5日（周六）", Said(hours, "2026-12-01"));
        Assert.Equal("现在不在，下次什么时候来还没有收录", Said(hours, "2026-12-06"));
        Assert.Equal("什么时候来还没有收录", OpeningWords.Of(OpeningHours.None.StateAt(At("2026-12-06", "10:00"), Calendar), Day("2026-12-06"), []));
    }

    [Fact]
    public void No_days_on_record_leave_the_hours_as_they_are() => Assert.Same(OpeningHours.None, OpeningHours.None.OnlyOn(new EventDays([], [])));

    [Theory]
    [InlineData("农历逢二、逢七、每月十五、每月廿八", 2, 7, 15, 28)]
    [InlineData("农历逢五、逢十", 5, 10)]
    public void Market_days_are_said_as_people_say_them(string words, params int[] lunar) => Assert.Equal(words, LunarWords.Of(lunar));

    private static string Said(OpeningHours hours, string day)
    {
        var moment = At(day, "10:00");
        return OpeningWords.Of(hours.StateAt(moment, Calendar), Day(day), hours.ComingDays(moment, 3, Calendar));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string day, string time) => DateTimeOffset.Parse($"{day}T{time}+08:00", CultureInfo.InvariantCulture);
}
