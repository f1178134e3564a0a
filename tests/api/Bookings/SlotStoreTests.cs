using Dapper;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Content.Bulky;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Bookings;

/// <summary>The statements that take and give back capacity, without anything around them: cases 3 and 4.</summary>
public abstract class SlotStoreTests(BookingServers servers)
{
    private const string Furniture = "furniture=100";
    private static readonly SlotRoom Room = new(new SlotCapacity(40, 6000), new Dictionary<string, int> { ["furniture"] = 6000, ["decoration"] = 1000 });
    private static int _day;

    private IDatabase Database => servers.Api.Services.GetRequiredService<IDatabase>();

    [Fact]
    public async Task Forty_jobs_of_one_address_are_one_stop()
    {
        var slot = NewSlot();
        for (var i = 0; i < 40; i++)
        {
            Assert.True(await TakeAsync(new Place(slot, "one", 100, Furniture)));
        }

        Assert.Equal((1, 4000), await TakenAsync(slot));
        for (var i = 0; i < 39; i++)
        {
            await ReleaseAsync(new Place(slot, "one", 100, Furniture));
            Assert.Equal((1, 4000 - ((i + 1) * 100)), await TakenAsync(slot));
        }

        await ReleaseAsync(new Place(slot, "one", 100, Furniture)); // only the last job gives the stop back
        Assert.Equal((0, 0), await TakenAsync(slot));
    }

    [Fact]
    public async Task Stops_run_out_while_there_is_volume_and_a_job_of_a_known_address_still_fits()
    {
        var slot = NewSlot();
        for (var i = 0; i < 40; i++)
        {
            Assert.True(await TakeAsync(new Place(slot, $"address {i}", 100, Furniture)));
        }

        Assert.False(await TakeAsync(new Place(slot, "one more", 100, Furniture)));
        Assert.True(await TakeAsync(new Place(slot, "address 7", 100, Furniture)));
        Assert.Equal((40, 4100), await TakenAsync(slot));
    }

    [Fact]
    public async Task Volume_runs_out_while_there_are_stops()
    {
        var slot = NewSlot();
        Assert.True(await TakeAsync(new Place(slot, "large", 5950, "furniture=5950")));
        Assert.False(await TakeAsync(new Place(slot, "other", 51, "furniture=51")));
        Assert.True(await TakeAsync(new Place(slot, "other", 50, "furniture=50")));
        Assert.Equal((2, 6000), await TakenAsync(slot));
    }

    [Fact]
    public async Task A_service_fills_its_share_and_what_fails_takes_nothing()
    {
        var slot = NewSlot();
        Assert.True(await TakeAsync(new Place(slot, "a", 900, "decoration=900")));
        Assert.False(await TakeAsync(new Place(slot, "b", 400, "decoration=200 furniture=200")));
        Assert.Equal((1, 900), await TakenAsync(slot));
        Assert.True(await TakeAsync(new Place(slot, "b", 300, "decoration=100 furniture=200")));
        Assert.False(await TakeAsync(new Place(slot, "c", 10, "toys=10")));
        await ReleaseAsync(new Place(slot, "a", 900, "decoration=900"));
        Assert.True(await TakeAsync(new Place(slot, "d", 900, "decoration=900")));
        Assert.Equal((2, 1200), await TakenAsync(slot));
    }

    [Fact]
    public async Task A_hundred_takers_at_once_get_exactly_the_forty_stops()
    {
        var slot = NewSlot();
        var taken = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => TakeAsync(new Place(slot, $"address {i}", 100, Furniture))));
        Assert.Equal(40, taken.Count(t => t));
        Assert.Equal((40, 4000), await TakenAsync(slot));
    }

    [Fact]
    public async Task Moves_in_both_directions_at_once_wait_for_each_other_and_lose_nothing()
    {
        var (first, second) = (NewSlot(), NewSlot());
        for (var i = 0; i < 20; i++)
        {
            Assert.True(await TakeAsync(new Place(first, $"a{i}", 100, Furniture)) && await TakeAsync(new Place(second, $"b{i}", 100, Furniture)));
        }

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Database.WriteAsync(tx => i % 2 == 0
            ? SlotStore.MoveAsync(tx, new Place(first, $"a{i / 2}", 100, Furniture), new Place(second, $"a{i / 2}", 100, Furniture), Room)
            : SlotStore.MoveAsync(tx, new Place(second, $"b{i / 2}", 100, Furniture), new Place(first, $"b{i / 2}", 100, Furniture), Room), default)));
        Assert.Equal(((20, 2000), (20, 2000)), (await TakenAsync(first), await TakenAsync(second)));
    }

    [Fact]
    public async Task A_database_that_was_told_another_capacity_still_refuses_what_its_checks_forbid()
    {
        var slot = NewSlot();
        Assert.True(await TakeAsync(new Place(slot, "a", 100, Furniture)));
        await Assert.ThrowsAnyAsync<Exception>(() => Database.WriteAsync(
            tx => tx.Connection!.ExecuteAsync("UPDATE booking_slot SET stops_taken = stops_capacity + 1 WHERE slot = @slot", new { slot = slot.ToString() }, tx), default));
        Assert.Equal((1, 100), await TakenAsync(slot));
    }

    private static SlotId NewSlot() => new("centre", new DateOnly(2030, 1, 1).AddDays(Interlocked.Increment(ref _day)), "morning");

    private Task<bool> TakeAsync(Place place) => Database.WriteAsync(tx => SlotStore.TakeAsync(tx, place, Room), default);

    private Task ReleaseAsync(Place place) => Database.WriteAsync(tx => SlotStore.ReleaseAsync(tx, place), default);

    private async Task<(int Stops, int Litres)> TakenAsync(SlotId slot)
    {
        var taken = await Database.ReadAsync(c => SlotStore.TakenAsync(c, slot.Area, slot.Date, slot.Date), default);
        return (taken[slot].Stops, taken[slot].Litres);
    }
}

/// <summary>The same on the embedded database.</summary>
public sealed class SlotStoreTestsOnSqlite(SqliteBookings servers) : SlotStoreTests(servers), IClassFixture<SqliteBookings>;

/// <summary>The same on PostgreSQL.</summary>
public sealed class SlotStoreTestsOnPostgres(PostgresBookings servers) : SlotStoreTests(servers), IClassFixture<PostgresBookings>;
