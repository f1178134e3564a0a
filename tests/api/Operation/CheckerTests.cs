using Dapper;
using Jizhou.Public.Api.Platform.Persistence.Sqlite;
using Jizhou.Public.Content;
using Jizhou.Public.History.Judging;
using Jizhou.Public.History.Recording;
using Microsoft.Data.Sqlite;

namespace Jizhou.Public.ApiTests.Operation;

/// <summary>Who checks the checker: small histories and small damages whose verdict is known.</summary>
public sealed class CheckerTests
{
    private static readonly Job First = new("centre.2026-12-03.morning", "sofa*1", "", "booked");

    [Fact]
    public void A_change_that_was_acknowledged_must_be_seen_afterwards()
    {
        var amended = Amend(10, 20, new(null, null, "后门"), Outcome.Done, First with { Note = "后门" });
        Assert.True(BookingOrder.Explains(First, [amended, Look(30, 40, First with { Note = "后门" })]));
        Assert.False(BookingOrder.Explains(First, [amended, Look(30, 40, First)])); // lost
        Assert.True(BookingOrder.Explains(First, [amended, Look(15, 40, First)])); // looked at the same time: either is right
    }

    [Fact]
    public void A_change_whose_answer_was_lost_may_have_happened_but_not_by_half()
    {
        var lost = Amend(10, long.MaxValue, new("centre.2026-12-04.morning", "bed*1", null), Outcome.Unknown, null);
        Assert.True(BookingOrder.Explains(First, [lost, Look(30, 40, First)]));
        Assert.True(BookingOrder.Explains(First, [lost, Look(30, 40, First with { Slot = "centre.2026-12-04.morning", Items = "bed*1" })]));
        Assert.False(BookingOrder.Explains(First, [lost, Look(30, 40, First with { Slot = "centre.2026-12-04.morning" })])); // half of it
        Assert.False(BookingOrder.Explains(First, [lost, Look(30, 40, First with { Slot = "centre.2026-12-04.morning", Items = "bed*1" }), Look(50, 60, First)])); // taken back
    }

    [Fact]
    public void Of_two_changes_at_once_either_may_be_last_but_a_cancelled_booking_does_not_come_back()
    {
        var (left, right) = (Amend(10, 50, new(null, "bed*1", null), Outcome.Done, First with { Items = "bed*1" }), Amend(10, 50, new(null, "chair*2", null), Outcome.Done, First with { Items = "chair*2" }));
        Assert.True(BookingOrder.Explains(First, [left, right, Look(60, 70, First with { Items = "bed*1" })]));
        Assert.True(BookingOrder.Explains(First, [left, right, Look(60, 70, First with { Items = "chair*2" })]));
        Assert.False(BookingOrder.Explains(First, [left, right, Look(60, 70, First with { Items = "bed*1" }), Look(80, 90, First with { Items = "chair*2" })]));

        var cancelled = Step.Of(Made(Kind.Cancel, 10, 20, null, Outcome.Done, First with { State = "cancelled" }))!;
        Assert.True(BookingOrder.Explains(First, [cancelled, Look(30, 40, First with { State = "cancelled" })]));
        Assert.False(BookingOrder.Explains(First, [cancelled, Look(30, 40, First)]));
    }

    [Fact]
    public void A_booking_moves_without_a_call_on_it_only_while_its_day_is_called_off_and_only_to_a_later_day()
    {
        var later = First with { Slot = "centre.2026-12-07.afternoon" };
        var days = Days(Decided(Kind.Postpone, 10, 20, First.Slot), Decided(Kind.Reopen, 50, 60, First.Slot));
        Assert.True(BookingOrder.Explains(First, [Look(30, 40, later)], days));
        Assert.False(BookingOrder.Explains(First, [Look(30, 40, later)])); // nobody called anything off
        Assert.False(BookingOrder.Explains(First, [Look(1, 5, later)], days)); // not yet
        Assert.False(BookingOrder.Explains(First, [Look(70, 75, First), Look(80, 90, later)], days)); // not any more
        Assert.False(BookingOrder.Explains(First, [Look(30, 40, later), Look(42, 45, First)], days)); // and not back
        Assert.False(BookingOrder.Explains(First, [Look(30, 40, First with { Slot = "centre.2026-12-02.morning" })], days)); // earlier
        Assert.False(BookingOrder.Explains(First, [Look(30, 40, later with { Items = "bed*1" })], days)); // not as it was
        Assert.False(BookingOrder.Explains(First, [Look(30, 40, later), Look(42, 45, First with { Slot = "centre.2026-12-08.morning" })], days)); // moved twice, called off once
        Assert.False(BookingOrder.Explains(First, [Look(30, 40, later)], Days(Decided(Kind.Close, 10, 20, First.Slot)))); // closing moves nobody
        Assert.False(BookingOrder.Explains(First, [Look(70, 80, later)], days, since: 65)); // booked when the day was open again
    }

    [Fact]
    public void A_booking_that_finds_no_day_waits_and_is_back_when_its_day_is_opened_again()
    {
        var waiting = First with { State = "postponed" };
        var days = Days(Decided(Kind.Postpone, 10, 20, First.Slot), Decided(Kind.Reopen, 50, 60, First.Slot));
        Assert.True(BookingOrder.Explains(First, [Look(30, 40, waiting), Look(70, 80, First)], days));
        Assert.False(BookingOrder.Explains(First, [Look(30, 40, waiting), Look(42, 45, First)], days));
        Assert.True(BookingOrder.Explains(First, [Look(30, 40, waiting), Amend(42, 45, new("centre.2026-12-08.morning", null, null), Outcome.Done, First with { Slot = "centre.2026-12-08.morning" })], days));
    }

    [Fact]
    public void A_booking_may_be_amended_back_from_a_day_on_which_nobody_saw_it()
    {
        var days = Days(Decided(Kind.Postpone, 10, 20, First.Slot), Decided(Kind.Reopen, 50, 60, First.Slot));
        var back = Amend(70, 80, new(First.Slot, null, null), Outcome.Done, First);
        Assert.True(BookingOrder.Explains(First, [back, Look(90, 95, First)], days));
        Assert.False(BookingOrder.Explains(First, [back, Look(90, 95, First)])); // without a move it changed nothing and had to be refused
        Assert.False(BookingOrder.Explains(First, [Look(65, 68, First), back], days)); // it had not moved
    }

    [Fact]
    public void Nothing_is_held_booked_or_amended_onto_a_day_that_is_certainly_closed()
    {
        Call[] shut = [Decided(Kind.Close, 10, 20, First.Slot), Decided(Kind.Reopen, 50, 60, First.Slot)];
        Assert.Contains(Finding.Closed, Judged([.. shut, Held(30, 40)]));
        Assert.DoesNotContain(Finding.Closed, Judged([.. shut, Held(15, 40)])); // it may have been before the closing
        Assert.DoesNotContain(Finding.Closed, Judged([.. shut, Held(30, 55)])); // or after the opening
        Assert.DoesNotContain(Finding.Closed, Judged(Decided(Kind.Close, 10, long.MaxValue, First.Slot, Outcome.Unknown), Held(30, 40))); // whether it was closed nobody knows

        var elsewhere = First with { Slot = "centre.2026-12-04.morning" };
        var onto = Made(Kind.Amend, 30, 40, new(First.Slot, null, null), Outcome.Done, First);
        Assert.False(BookingOrder.Explains(elsewhere, [Step.Of(onto, Days(shut))!], Days(shut)));
        Assert.True(BookingOrder.Explains(elsewhere, [Step.Of(onto, Days())!], Days()));
    }

    [Fact]
    public void What_is_called_off_at_the_end_is_known_and_a_lost_decision_ends_with_its_server()
    {
        Assert.Equal([First.Slot], Days(Decided(Kind.Postpone, 10, 20, First.Slot)).AtTheEnd);
        Assert.Empty(Days(Decided(Kind.Postpone, 10, 20, First.Slot), Decided(Kind.Reopen, 15, 60, First.Slot)).AtTheEnd);
        Assert.Empty(Days(Decided(Kind.Close, 10, 20, First.Slot)).AtTheEnd);

        var lost = Decided(Kind.Postpone, 10, long.MaxValue, First.Slot, Outcome.Unknown);
        var opened = Decided(Kind.Reopen, 50, 60, First.Slot);
        Assert.Equal(60, Assert.Single(new CalledOff([lost, opened], _ => [40]).Moves(First.Slot)).Until); // its server began anew at 40
        Assert.Equal(long.MaxValue, Assert.Single(new CalledOff([lost, opened], _ => []).Moves(First.Slot)).Until);
    }

    [Theory]
    [InlineData("UPDATE booking_slot SET stops_taken = stops_taken + 1 WHERE stops_taken > 0", Finding.WrongSum)]
    [InlineData("UPDATE booking_slot SET litres_taken = 0", Finding.WrongSum)]
    [InlineData("DELETE FROM booking_stop", Finding.WrongSum)]
    [InlineData("DELETE FROM booking WHERE state = 'booked'", Finding.WrongSum)]
    [InlineData("UPDATE booking SET slot = 'centre.2026-12-08.morning' WHERE state = 'booked'", Finding.HalfDone)]
    [InlineData("UPDATE booking SET sequence = sequence + 1", Finding.HalfDone)]
    [InlineData("DELETE FROM booking_history", Finding.HalfDone)]
    [InlineData("UPDATE booking SET litres = 70000 WHERE state = 'booked'", Finding.OverBooked)]
    public async Task A_planted_damage_is_found_in_the_database(string damage, string found)
    {
        var folder = new SqliteFolder(Directory.CreateTempSubdirectory("jizhou-damage-").FullName);
        File.Copy(Path.Combine(Repository.Root, "tests", "samples", "databases", "067.db"), folder.File);
        using (var start = new SqliteStart(folder))
        {
            await start.MigrateAsync(default);
        }

        await using (var connection = new SqliteConnection($"Data Source={folder.File};Pooling=false"))
        {
            await connection.OpenAsync();
            var audit = new DatabaseAudit(connection, ContentFolder.Load(Path.Combine(Repository.Root, "content")).Bulky!);
            Assert.Empty(await audit.RowsAsync());
            Assert.True(await connection.ExecuteAsync(damage) > 0);
            Assert.Contains(found, (await audit.RowsAsync()).Select(finding => finding.What));
        }

        Directory.Delete(folder.Path, recursive: true);
    }

    private static Step Look(long start, long end, Job seen) => Step.Of(Made(Kind.Read, start, end, null, Outcome.Done, seen))!;

    private static Step Amend(long start, long end, Change change, Outcome outcome, Job? seen) => Step.Of(Made(Kind.Amend, start, end, change, outcome, seen))!;

    private static CalledOff Days(params Call[] calls) => new(calls, _ => []);

    private static Call Decided(Kind kind, long start, long end, string slot, Outcome outcome = Outcome.Done) => new() { Kind = kind, Start = start, End = end, Outcome = outcome, Slots = [slot] };

    private static Call Held(long start, long end) => new() { Kind = Kind.Hold, Start = start, End = end, Outcome = Outcome.Done, Hold = new HoldTry(First.Slot, "西街1号", true, "sofa*1") };

    private static IEnumerable<string> Judged(params Call[] calls) => BookingsJudge.Judge(calls, [], Days(calls)).Select(finding => finding.What);

    private static Call Made(Kind kind, long start, long end, Change? change, Outcome outcome, Job? seen)
        => new() { Kind = kind, Start = start, End = end, Change = change, Outcome = outcome, Seen = seen };
}
