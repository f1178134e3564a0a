using System.Net;
using Dapper;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.ApiTests.Platform.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Bookings.Calendar;

/// <summary>Two nodes on one PostgreSQL: what one decides the other obeys in the same moment, not only when it has heard of it.</summary>
public sealed class TwoNodesTests : IAsyncLifetime
{
    private readonly PostgresServer _postgres = new();
    private readonly string _keys = Directory.CreateTempSubdirectory("jizhou-nodes-").FullName;
    private ApiServer _here = null!;
    private ApiServer _there = null!;

    [Fact]
    public async Task A_day_that_is_closed_here_cannot_be_booked_there_and_the_list_follows()
    {
        await new Dispatcher(_here).CloseAsync(Dispatcher.Days("2026-11-30"));
        using var held = await new Resident(_there.Http).HoldAsync("centre.2026-11-30.morning");
        Assert.Equal("slot_not_offered", await Resident.Refused(held, HttpStatusCode.UnprocessableEntity));
        Assert.Equal("closed", (await new Resident(_there.Http).SlotAsync("centre.2026-11-30.morning")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_capacity_that_falls_here_binds_there_at_once()
    {
        await new Resident(_there.Http).BookedAsync("centre.2026-12-01.morning");
        await new Dispatcher(_here).CapacityAsync("2026-12-01.morning", 1);
        using var held = await new Resident(_there.Http).HoldAsync("centre.2026-12-01.morning");
        Assert.Equal("slot_full", await Resident.Refused(held, HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task While_one_node_calls_a_day_off_the_other_books_nobody_onto_it()
    {
        var bookings = Enumerable.Range(0, 40).Select(async i =>
        {
            var resident = new Resident((i % 2 == 0 ? _here : _there).Http);
            using var held = await resident.HoldAsync("centre.2026-12-02.morning");
            if (held.StatusCode != HttpStatusCode.Created)
            {
                Assert.Equal(HttpStatusCode.UnprocessableEntity, held.StatusCode);
                return false;
            }

            using var confirmed = await resident.ConfirmAsync((await Resident.Expect(held, HttpStatusCode.Created)).GetProperty("hold").GetString()!);
            Assert.True(confirmed.StatusCode is HttpStatusCode.Created or HttpStatusCode.UnprocessableEntity, await confirmed.Content.ReadAsStringAsync());
            return confirmed.StatusCode == HttpStatusCode.Created;
        }).ToList();
        await Task.WhenAny(bookings); // in the middle of it
        await Task.WhenAll(new Dispatcher(_here).PostponeAsync(Dispatcher.Days("2026-12-02")), new Dispatcher(_there).PostponeAsync(Dispatcher.Days("2026-12-02")));
        var booked = (await Task.WhenAll(bookings)).Count(done => done);

        var database = _here.Services.GetRequiredService<IDatabase>();
        Assert.Equal(0, await database.ReadAsync(c => c.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM booking WHERE day = '2026-12-02'"), CancellationToken.None));
        Assert.Equal(booked, await database.ReadAsync(c => c.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM booking WHERE day = '2026-12-03'"), CancellationToken.None));
        await SlotSums.AssertRightAsync(_here);
    }

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        await _postgres.InitializeAsync();
        var database = await _postgres.NewDatabaseAsync() + ";Maximum Pool Size=20";
        (_here, _there) = (Node(database), Node(database));
        _ = _here.Http;
        _ = _there.Http;
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await _here.DisposeAsync();
        await _there.DisposeAsync();
        await _postgres.DisposeAsync();
        Directory.Delete(_keys, recursive: true);
    }

    private ApiServer Node(string database) => new()
    {
        ["Storage:Provider"] = "postgres",
        ["Storage:ConnectionString"] = database,
        ["Security:KeyFolder"] = _keys,
        ["Limits:WritesPerMinute"] = "100000",
        ["Limits:HoldsPerClient"] = "100000",
    };
}
