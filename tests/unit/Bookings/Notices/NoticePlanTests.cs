using Jizhou.Public.Api.Bookings.Notices;
using Jizhou.Public.Api.Bookings.Notices.Outbox;
using static Jizhou.Public.UnitTests.Bookings.Notices.NoticeSamples;

namespace Jizhou.Public.UnitTests.Bookings.Notices;

/// <summary>What is written into the outbox for a change.</summary>
public sealed class NoticePlanTests
{
    private static readonly NoticePlan Texts = new(Book, hasWebhook: true, reachesResidents: true);
    private static readonly NoticePlan Feed = new(Book, hasWebhook: true, reachesResidents: false);
    private static readonly NoticePlan Nothing = new(Book, hasWebhook: false, reachesResidents: false);

    [Fact]
    public void A_new_booking_is_confirmed_and_reminded_three_days_and_one_day_before_at_nine()
    {
        var notices = Texts.Of(Change(null, Booking(), "booked"));
        Assert.Equal(["booked", "reminder-3", "reminder-1"], notices.Select(n => n.Event));
        Assert.All(notices, n => Assert.Equal(NoticeChannel.Webhook, n.Channel));
        Assert.Equal([BookingFacts.At("2026-11-23 10:00"), BookingFacts.At("2026-11-30 09:00"), BookingFacts.At("2026-12-02 09:00")], notices.Select(n => n.DueAt));
        Assert.Equal(3, notices.Select(n => n.Once).Distinct().Count());
    }

    [Theory]
    [InlineData("2026-11-30 08:59", "reminder-3,reminder-1")]
    [InlineData("2026-11-30 09:00", "reminder-1")] // just told: no reminder of the same minute
    [InlineData("2026-12-02 15:00", "")]
    public void A_reminder_whose_hour_is_over_when_the_day_is_chosen_is_not_written(string at, string expected) =>
        Assert.Equal(expected, string.Join(',', Texts.Of(Change(null, Booking(), "booked", at: at)).Where(n => n.AboutDay is not null).Select(n => n.Event)));

    [Fact]
    public void Without_text_messages_a_person_rings_and_from_eight()
    {
        var notices = Nothing.Of(Change(null, Booking(), "booked"));
        Assert.Equal(["reminder-3", "reminder-1"], notices.Select(n => n.Event)); // who has just booked knows
        Assert.All(notices, n => Assert.Equal((NoticeChannel.Call, true), (n.Channel, n.MustRing)));
        Assert.Equal(BookingFacts.At("2026-12-02 08:00"), notices[1].DueAt);

        var withFeed = Feed.Of(Change(null, Booking(), "booked"));
        Assert.Equal(["booked webhook", "reminder-3 webhook", "reminder-3 call", "reminder-1 webhook", "reminder-1 call"], withFeed.Select(n => $"{n.Event} {n.Channel}"));
        Assert.Equal(5, withFeed.Select(n => n.Once).Distinct().Count());
    }

    [Theory]
    [InlineData("cancelled", "cancelled", "resident", 0)]
    [InlineData("cancelled", "cancelled", "phone", 0)]
    [InlineData("cancelled", "cancelled", "agent", 0)]
    [InlineData("cancelled", "cancelled", "dispatcher", 1)]
    [InlineData("postponed", "postponed", "job", 1)]
    [InlineData("not-collected", "not-collected", "crew", 1)]
    [InlineData("collected", "collected", "crew", 0)]
    [InlineData("assigned", "assigned", "dispatcher", 0)]
    [InlineData("missed-reported", "collected", "resident", 0)]
    public void Nobody_rings_about_what_the_resident_did(string what, string state, string by, int calls) =>
        Assert.Equal(calls, Nothing.Of(Change(Booking(), Booking(state: state, sequence: 2), what, by)).Count);

    [Fact]
    public void A_moved_booking_is_reminded_of_its_new_day_and_one_whose_note_changed_of_nothing_new()
    {
        var moved = Texts.Of(Change(Booking("2026-12-03"), Booking("2026-12-08", sequence: 2), "amended"));
        Assert.Equal(["amended", "reminder-3", "reminder-1"], moved.Select(n => n.Event));
        Assert.All(moved.Skip(1), n => Assert.Equal(new DateOnly(2026, 12, 8), n.AboutDay));
        Assert.Empty(Texts.Of(Change(Booking(), Booking(sequence: 2), "amended")));
    }

    [Fact]
    public void The_same_day_again_is_the_same_reminder()
    {
        var first = Texts.Of(Change(null, Booking(), "booked"));
        var again = Texts.Of(Change(Booking("2026-12-08", sequence: 2), Booking(sequence: 3), "amended"));
        Assert.Equal(first.Skip(1).Select(n => n.Once), again.Skip(1).Select(n => n.Once));
    }
}
