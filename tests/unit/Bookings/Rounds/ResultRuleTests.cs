using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Bookings.Rounds.Results;

namespace Jizhou.Public.UnitTests.Bookings.Rounds;

/// <summary>A result is judged by when it happened, not by when it arrives.</summary>
public sealed class ResultRuleTests
{
    private static readonly DateOnly Day = new(2026, 11, 25);
    private static readonly DateTimeOffset Ten = BookingFacts.At("2026-11-25 10:00");

    private static readonly ResultFacts Plain = new(Ten, Day, BookingState.Assigned, Day, null, null, null);

    public static TheoryData<string, Verdict> Cases => new()
    {
        { "plain", Verdict.Stands },
        { "cancelled a minute later", Verdict.StandsOverCancellation },
        { "cancelled the same minute", Verdict.AfterCancellation },
        { "cancelled before", Verdict.AfterCancellation },
        { "moved to another day later", Verdict.Stands },
        { "moved to another day before", Verdict.AfterMove },
        { "given to another vehicle before", Verdict.Stands },
        { "called off before, no day found", Verdict.AfterMove },
        { "a later result is here", Verdict.Replaced },
        { "an earlier result is here", Verdict.Stands },
        { "yesterday", Verdict.OtherDay },
        { "a minute after midnight", Verdict.OtherDay },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_case_has_its_verdict(string what, Verdict expected) => Assert.Equal(expected, ResultRule.Decide(what switch
    {
        "cancelled a minute later" => Plain with { State = BookingState.Cancelled, CancelledAt = Ten.AddMinutes(1), LeftAt = Ten.AddMinutes(1) },
        "cancelled the same minute" => Plain with { State = BookingState.Cancelled, CancelledAt = Ten, LeftAt = Ten },
        "cancelled before" => Plain with { State = BookingState.Cancelled, CancelledAt = Ten.AddMinutes(-1), LeftAt = Ten.AddMinutes(-1) },
        "moved to another day later" => Plain with { State = BookingState.Booked, BookedDay = Day.AddDays(2), LeftAt = Ten.AddMinutes(1) },
        "moved to another day before" => Plain with { State = BookingState.Booked, BookedDay = Day.AddDays(2), LeftAt = Ten.AddMinutes(-1) },
        "given to another vehicle before" => Plain with { LeftAt = Ten.AddMinutes(-1) },
        "called off before, no day found" => Plain with { State = BookingState.Postponed, LeftAt = Ten.AddMinutes(-1) },
        "a later result is here" => Plain with { State = BookingState.Collected, StandingSince = Ten.AddMinutes(1) },
        "an earlier result is here" => Plain with { State = BookingState.NotCollected, StandingSince = Ten.AddMinutes(-1) },
        "yesterday" => Plain with { HappenedAt = Ten.AddDays(-1) },
        "a minute after midnight" => Plain with { HappenedAt = BookingFacts.At("2026-11-26 00:01") },
        _ => Plain,
    }));

    [Fact]
    public void A_phones_clock_is_put_right_by_its_difference_to_ours_and_never_into_the_future()
    {
        var now = BookingFacts.At("2026-11-25 15:00");
        Assert.Equal(Ten, ResultRule.Righted(Ten, now, now));
        Assert.Equal(now.AddHours(-1), ResultRule.Righted(Ten.AddDays(-9), Ten.AddDays(-9).AddHours(1), now)); // far behind
        Assert.Equal(now.AddHours(-1), ResultRule.Righted(Ten.AddDays(9), Ten.AddDays(9).AddHours(1), now)); // far ahead
        Assert.Equal(now, ResultRule.Righted(now.AddHours(1), now, now)); // after it was sent
        Assert.Equal(now, ResultRule.Righted(null, null, now)); // the form without scripts
    }

    [Fact]
    public void What_was_weighed_counts_instead_of_what_was_guessed_in_the_same_round()
    {
        LoadLine Line(string round, string stream, int? litres, int? kilograms, bool isTipped) => new(round, "t", stream, litres, kilograms, isTipped ? "c" : null, isTipped, Ten);
        var sums = DayLoads.Sum([Line("a", "furniture", 500, null, false), Line("a", "furniture", null, 80, true), Line("a", "appliance", 300, 20, false), Line("b", "furniture", 700, null, false)]);
        Assert.Equal([new("appliance", null, 300, 20, 1), new("furniture", "c", null, 80, 1), new("furniture", null, 700, null, 1)], sums);
    }
}
