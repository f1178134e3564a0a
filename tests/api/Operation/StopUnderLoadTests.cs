using Jizhou.Public.ApiTests.Bookings;

namespace Jizhou.Public.ApiTests.Operation;

/// <summary>SIGTERM while residents book, and the metrics that a server sends while it runs and once more when it ends.</summary>
public abstract class StopUnderLoadTests(Machines machines)
{
    [Fact]
    public async Task A_server_told_to_stop_finishes_what_it_began_ends_with_0_and_has_told_the_collector_how_it_went()
    {
        using var collector = new OtlpReceiver();
        using var machine = await machines.NewAsync();
        using var http = await machine.StartAsync("--Telemetry:Otlp", collector.Address);
        await machine.DoneAsync("backup", Path.Combine(machine.Folder, "b.zip"));
        await using var traffic = new Traffic(http);
        await traffic.StartAsync(8);
        using var wrong = await new Resident(http).LookUpAsync("0000-0000-0000");
        await traffic.MoreAsync(30);
        Assert.Equal(0, await machine.StopAsync()); // under load: connections are refused from now on
        var booked = await traffic.StopAsync();
        Assert.Empty(traffic.Wrong); // nobody was told 500 or 503: what was begun was finished

        var metrics = collector.Metrics;
        Assert.Contains("done", metrics["jizhou.booking.outcomes"]);
        Assert.Contains("booking_not_found", metrics["jizhou.booking.outcomes"]);
        Assert.Contains("ConfirmBooking", metrics["jizhou.booking.outcomes"]);
        Assert.Contains("jizhou.snapshot.age", metrics.Keys);
        Assert.Contains("jizhou.backup.age", metrics.Keys);
        Assert.Contains("jizhou.outbox.age", metrics.Keys);
        Assert.Contains("jizhou.outbox.dead", metrics.Keys);
        Assert.Contains("http.server.request.duration", metrics.Keys);
        Assert.Contains("kestrel.active_connections", metrics.Keys);
        Assert.DoesNotContain(metrics.Values.SelectMany(texts => texts), text => booked.Any(b => text.Contains(b.Resident.Phone, StringComparison.Ordinal) || text.Contains(b.Reference, StringComparison.Ordinal)));

        using var again = await machine.StartAsync();
        Assert.Empty(await machine.AuditAsync());
        foreach (var (reference, resident) in booked)
        {
            using var found = await new Resident(again) { Phone = resident.Phone }.LookUpAsync(reference);
            await Resident.Expect(found, System.Net.HttpStatusCode.OK);
        }

        await NamesWhatFailsAsync(machine, again);
    }

    private static async Task NamesWhatFailsAsync(Machine machine, HttpClient http)
    {
        using var ready = await http.GetAsync("/readyz");
        Assert.Equal(System.Net.HttpStatusCode.OK, ready.StatusCode);
        var ring = Path.Combine(machine.Keys, "personal-data.json");
        File.Move(ring, ring + ".away");
        using var without = await http.GetAsync("/readyz");
        var problem = await Resident.Expect(without, System.Net.HttpStatusCode.ServiceUnavailable);
        Assert.Equal("cannot be read", problem.GetProperty("failing").GetProperty("keys").GetString());
        File.Move(ring + ".away", ring);
        using var back = await http.GetAsync("/readyz");
        Assert.Equal(System.Net.HttpStatusCode.OK, back.StatusCode);
    }
}

/// <summary>On the embedded database.</summary>
public sealed class StopUnderLoadOnSqliteTests(SqliteMachines machines) : StopUnderLoadTests(machines), IClassFixture<SqliteMachines>;

/// <summary>On a real PostgreSQL.</summary>
public sealed class StopUnderLoadOnPostgresTests(PostgresMachines machines) : StopUnderLoadTests(machines), IClassFixture<PostgresMachines>;
