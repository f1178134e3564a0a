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

    private static Call Made(Kind kind, long start, long end, Change? change, Outcome outcome, Job? seen)
        => new() { Kind = kind, Start = start, End = end, Change = change, Outcome = outcome, Seen = seen };
}
