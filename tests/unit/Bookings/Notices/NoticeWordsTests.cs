using Jizhou.Public.Api.Bookings;
using Jizhou.Public.Api.Bookings.Notices;
using Jizhou.Public.UnitTests.Content;
using static Jizhou.Public.UnitTests.Bookings.Notices.NoticeSamples;

namespace Jizhou.Public.UnitTests.Bookings.Notices;

/// <summary>The words of a message.</summary>
public sealed class NoticeWordsTests
{
    private static readonly PickupFacts Facts = new(BookingFacts.Book, BookingFacts.Holidays, TestContent.Real.Geo);
    private readonly NoticeWords _words = new(Facts, Book);

    [Theory]
    [InlineData("booked", "booked", "2026-11-30", "示例，不会来车。已约12月3日（周四）上午收大件，物品上写“渔阳 12-03 07”。要改请在12月2日16:00前。")]
    [InlineData("reminder-3", "booked", "2026-11-30", "示例，不会来车。3天后12月3日（周四）上午来收大件，请写好“渔阳 12-03 07”，08:00–12:00放到路边。")]
    [InlineData("reminder-3", "booked", "2026-12-01", "示例，不会来车。后天12月3日（周四）上午来收大件，请写好“渔阳 12-03 07”，08:00–12:00放到路边。")]
    [InlineData("reminder-1", "assigned", "2026-12-02", "示例，不会来车。明天12月3日（周四）上午来收大件，请写好“渔阳 12-03 07”，08:00–12:00放到路边。")]
    [InlineData("amended", "cancelled", "2026-12-02", "示例，不会来车。12月3日（周四）上午的大件收运已取消，不会来车。要收请重新预约。")] // the state speaks, not what once happened
    public void They_come_from_the_booking_as_it_is(string happened, string state, string today, string expected) =>
        Assert.Equal(expected, _words.Sms(Notice(happened), Booking(state: state), DateOnly.Parse(today)));

    [Fact]
    public void A_postponed_booking_hears_its_old_day_and_its_new_one_or_that_there_is_none_yet()
    {
        var today = new DateOnly(2026, 12, 3);
        Assert.Contains("12月3日（周四）停收，改到12月4日（周五）上午来收", _words.Sms(Notice("postponed"), Booking("2026-12-04", postponedFrom: "2026-12-03"), today), StringComparison.Ordinal);
        Assert.Contains("12月3日（周四）停收，新日子还没定", _words.Sms(Notice("postponed"), Booking("2026-12-03", "postponed"), today), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_event_has_every_field_filled_by_text_and_by_phone()
    {
        foreach (var happened in Jizhou.Public.Content.Bulky.NoticeBook.Events.Keys.Where(e => e is not "waiting" and not "reminder").Append("reminder-1"))
        {
            var booking = Booking(state: happened is "partly-collected" or "not-collected" or "cancelled" ? happened : "booked");
            foreach (var words in (string[])[_words.Sms(Notice(happened), booking, new(2026, 12, 2)), _words.Call(Notice(happened), booking, new(2026, 12, 2))])
            {
                Assert.DoesNotContain('{', words);
                Assert.StartsWith(Book.SampleMark, words, StringComparison.Ordinal);
            }
        }
    }
}
