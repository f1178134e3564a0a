using Jizhou.Public.Api.Bookings.Notices;
using static Jizhou.Public.UnitTests.Bookings.Notices.NoticeSamples;

namespace Jizhou.Public.UnitTests.Bookings.Notices;

/// <summary>Whether something is still true when its turn comes.</summary>
public sealed class NoticeRuleTests
{
    [Theory]
    [InlineData(3, "2026-11-30", true)]
    [InlineData(3, "2026-12-01", true)] // a day late, and still the right one
    [InlineData(3, "2026-12-02", false)] // the one for tomorrow says it now
    [InlineData(1, "2026-12-02", true)]
    [InlineData(1, "2026-12-03", false)] // the truck may be there already
    [InlineData(1, "2026-12-04", false)]
    [InlineData(3, "2027-01-01", false)]
    public void Of_two_reminders_only_the_one_whose_turn_it_is(int daysBefore, string today, bool told) =>
        Assert.Equal(told, Told($"reminder-{daysBefore}", "booked", today));

    [Theory]
    [InlineData("booked", true)]
    [InlineData("assigned", true)]
    [InlineData("postponed", false)]
    [InlineData("cancelled", false)]
    [InlineData("collected", false)]
    [InlineData("partly-collected", false)]
    [InlineData("not-collected", false)]
    public void Only_a_booking_that_will_be_collected_is_reminded(string state, bool told) => Assert.Equal(told, Told("reminder-1", state, "2026-12-02"));

    [Fact]
    public void A_reminder_is_about_one_day_and_not_another() =>
        Assert.NotNull(NoticeRule.WhyNot(Notice("reminder-1", "2026-12-02"), Booking("2026-12-03"), new(2026, 12, 1), [3, 1]));

    [Theory]
    [InlineData("booked", "booked", "2026-12-03", true)]
    [InlineData("booked", "booked", "2026-12-04", false)]
    [InlineData("amended", "cancelled", "2026-12-01", false)]
    [InlineData("cancelled", "cancelled", "2026-12-03", true)]
    [InlineData("cancelled", "cancelled", "2026-12-04", false)]
    [InlineData("cancelled", "booked", "2026-12-01", false)]
    [InlineData("postponed", "postponed", "2026-12-20", true)] // its lost day is past, and the resident still waits to hear
    [InlineData("postponed", "booked", "2026-12-01", true)]
    [InlineData("postponed", "collected", "2026-12-03", false)]
    [InlineData("not-collected", "not-collected", "2026-12-05", true)]
    [InlineData("not-collected", "collected", "2026-12-03", false)]
    [InlineData("partly-collected", "partly-collected", "2026-12-03", true)]
    public void A_change_is_told_while_it_is_true(string happened, string state, string today, bool told) => Assert.Equal(told, Told(happened, state, today));

    [Fact]
    public void The_last_change_tells_for_those_before_it_and_for_a_reminder_beside_it()
    {
        var today = new DateOnly(2026, 12, 2);
        Assert.NotNull(NoticeRule.WhyNot(Notice("amended", hasLaterChange: true), Booking(), today, [3, 1]));
        Assert.NotNull(NoticeRule.WhyNot(Notice("reminder-1", "2026-12-03", changeWaits: true), Booking(), today, [3, 1]));
    }

    [Fact]
    public void Who_has_no_phone_any_more_is_not_told()
    {
        Assert.NotNull(NoticeRule.WhyNot(Notice("booked"), Booking(erased: true), new(2026, 12, 1), [3, 1]));
        Assert.NotNull(NoticeRule.WhyNot(Notice("booked"), null, new(2026, 12, 1), [3, 1]));
    }

    private static bool Told(string happened, string state, string today) => NoticeRule.WhyNot(
        Notice(happened, happened.StartsWith("reminder", StringComparison.Ordinal) ? "2026-12-03" : null), Booking("2026-12-03", state), DateOnly.Parse(today), [3, 1]) is null;
}
