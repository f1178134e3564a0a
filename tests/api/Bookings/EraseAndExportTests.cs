using System.Net;
using System.Text;
using Dapper;
using Jizhou.Public.Api.Platform.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Bookings;

/// <summary>A resident takes the data along, or away: POST /{reference}/export, POST /{reference}/erase, GET /{reference}/history.</summary>
public abstract class EraseAndExportTests(BookingServers servers)
{
    private readonly ApiServer _server = servers.Api;

    [Fact]
    public async Task Export_tells_everything_in_clear_to_the_one_with_the_token_only()
    {
        var resident = new Resident(_server.Http);
        var booked = await resident.BookedAsync("centre.2026-11-24.morning", "sofa", name: "张三", note: "后门");
        var (reference, token) = Keys(booked);
        using var amended = await resident.ManageAsync(HttpMethod.Patch, reference, token, new { note = "前门" });
        await Resident.Expect(amended, HttpStatusCode.OK);

        using var answer = await resident.ManageAsync(HttpMethod.Post, reference, token, rest: "/export");
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var all = await Resident.Expect(answer, HttpStatusCode.OK);
        Assert.Equal((resident.Phone, "张三", resident.Address, "前门"), (Text(all, "phone"), Text(all, "name"), Text(all, "address"), Text(all, "note")));
        Assert.Equal(["booked", "amended"], all.GetProperty("history").EnumerateArray().Select(one => Text(one, "what")));
        Assert.Equal("2027-05-23", Text(all, "keptUntil"));

        using var foreign = await resident.ManageAsync(HttpMethod.Post, reference, new string('0', 32), rest: "/export");
        Assert.Equal("booking_not_found", await Resident.Refused(foreign, HttpStatusCode.NotFound));
        using var history = await resident.ManageAsync(HttpMethod.Get, reference, null, rest: "/history");
        Assert.Equal("booking_not_found", await Resident.Refused(history, HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Erasing_an_open_booking_cancels_it_and_leaves_no_trace_of_the_person()
    {
        using var own = await servers.NewAsync();
        var resident = new Resident(own.Http);
        var booked = await resident.BookedAsync("centre.2026-11-24.morning", "sofa", name: "张三", note: "后门");
        var (reference, token) = Keys(booked);
        var before = (await resident.SlotAsync("centre.2026-11-24.morning", volume: "6")).GetProperty("available").GetBoolean();

        using var answer = await resident.ManageAsync(HttpMethod.Post, reference, token, rest: "/erase");
        var done = await Resident.Expect(answer, HttpStatusCode.OK);
        Assert.True(done.GetProperty("erased").GetBoolean() && done.GetProperty("cancelled").GetBoolean() && before);

        var database = own.Services.GetRequiredService<IDatabase>();
        var stored = reference.Replace("-", "", StringComparison.Ordinal);
        var row = await database.ReadAsync(c => c.QuerySingleAsync<(string State, string Phone, string Ending, string Address, long Kept)>(
            "SELECT state, phone_key, ending_key, address_key, CASE WHEN secret IS NULL THEN 0 ELSE 1 END FROM booking WHERE reference = @stored", new { stored }), CancellationToken.None);
        Assert.Equal(("cancelled", "", "", "", 0L), row);
        foreach (var table in (string[])["booking_token", "booking_answer"])
        {
            Assert.Equal(0, await database.ReadAsync(c => c.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table} WHERE reference = @stored", new { stored }), CancellationToken.None));
        }

        Assert.Equal(0, await database.ReadAsync(c => c.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM booking_hold"), CancellationToken.None));
        Assert.Equal(0, await database.ReadAsync(c => c.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM booking_stop"), CancellationToken.None));
        Assert.Equal(0, await database.ReadAsync(c => c.ExecuteScalarAsync<long>("SELECT COALESCE(SUM(stops_taken + litres_taken), 0) FROM booking_slot"), CancellationToken.None));

        using var looked = await resident.LookUpAsync(reference);
        using var again = await resident.ManageAsync(HttpMethod.Post, reference, token, rest: "/erase");
        Assert.Equal("booking_not_found", await Resident.Refused(looked, HttpStatusCode.NotFound));
        Assert.Equal("booking_not_found", await Resident.Refused(again, HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task A_crew_on_its_way_still_finds_the_door_and_afterwards_the_person_may_go()
    {
        using var own = await servers.NewAsync();
        var resident = new Resident(own.Http);
        var booked = await resident.BookedAsync("centre.2026-11-24.morning");
        var (reference, token) = Keys(booked);
        own.Clock.Advance(new DateTimeOffset(2026, 11, 23, 16, 1, 0, TimeSpan.FromHours(8)) - own.Clock.GetUtcNow());
        using var early = await resident.ManageAsync(HttpMethod.Post, reference, token, rest: "/erase");
        Assert.Equal("erase_too_late", await Resident.Refused(early, HttpStatusCode.Conflict));
        using var still = await resident.ManageAsync(HttpMethod.Get, reference, token);
        Assert.Equal(resident.Address, Text(await Resident.Expect(still, HttpStatusCode.OK), "address"));

        var stored = reference.Replace("-", "", StringComparison.Ordinal);
        await own.Services.GetRequiredService<IDatabase>().WriteAsync(
            tx => tx.Connection!.ExecuteAsync("UPDATE booking SET state = 'collected' WHERE reference = @stored", new { stored }, tx), CancellationToken.None);
        own.Clock.Advance(TimeSpan.FromDays(1));
        using var late = await resident.ManageAsync(HttpMethod.Post, reference, token, rest: "/erase");
        Assert.False((await Resident.Expect(late, HttpStatusCode.OK)).GetProperty("cancelled").GetBoolean());
    }

    [Fact]
    public async Task Of_two_who_erase_at_once_one_gets_it_and_the_place_is_freed_once()
    {
        using var own = await servers.NewAsync();
        var (resident, neighbour) = (new Resident(own.Http), new Resident(own.Http));
        var (reference, token) = Keys(await resident.BookedAsync("centre.2026-11-24.morning"));
        await neighbour.BookedAsync("centre.2026-11-24.morning");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => resident.ManageAsync(HttpMethod.Post, reference, token, rest: "/erase")));
        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.OK));
        Assert.All(answers, a => Assert.True(a.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, a.StatusCode.ToString()));
        Assert.Equal(1, await own.Services.GetRequiredService<IDatabase>().ReadAsync(
            c => c.ExecuteScalarAsync<long>("SELECT stops_taken FROM booking_slot WHERE slot = 'centre.2026-11-24.morning'"), CancellationToken.None));
        foreach (var answer in answers)
        {
            answer.Dispose();
        }
    }

    [Fact]
    public async Task Statistics_count_the_first_date_and_hide_the_few()
    {
        using var own = await servers.NewAsync(("Limits:WritesPerMinute", "100000"));
        Assert.Contains("还没有数", await own.Http.GetStringAsync("/booking/statistics/"), StringComparison.Ordinal);

        for (var i = 0; i < 6; i++)
        {
            await new Resident(own.Http).BookedAsync("centre.2026-11-25.morning");
        }

        using var slots = await own.Http.GetAsync($"/api/v1/bookings/slots?village={Resident.Yuyang}");
        var first = (await Resident.Expect(slots, HttpStatusCode.OK)).GetProperty("items").EnumerateArray().First(slot => slot.GetProperty("available").GetBoolean());
        var days = DateOnly.Parse(Text(first, "date")!).DayNumber - DateOnly.FromDateTime(own.Clock.GetUtcNow().AddHours(8).DateTime).DayNumber;
        using var answer = await own.Http.GetAsync("/api/v1/bookings/statistics");
        var month = (await Resident.Expect(answer, HttpStatusCode.OK)).GetProperty("months")[0];
        var counts = month.GetProperty("townships")[0].GetProperty("counts");
        Assert.Equal((6, days, days), (counts.GetProperty("asked").GetInt32(), counts.GetProperty("medianDays").GetInt32(), counts.GetProperty("ninetiethDays").GetInt32()));

        using var csv = await own.Http.GetAsync("/api/v1/bookings/statistics.csv");
        Assert.Contains("rel=\"describedby\"", csv.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
        var header = Encoding.UTF8.GetString(await csv.Content.ReadAsByteArrayAsync()).Split("\r\n")[0];
        using var metadata = await own.Http.GetAsync("/api/v1/bookings/statistics.csv-metadata.json");
        Assert.Equal("application/csvm+json", metadata.Content.Headers.ContentType?.MediaType);
        var columns = (await Resident.Expect(metadata, HttpStatusCode.OK)).GetProperty("tableSchema").GetProperty("columns").EnumerateArray().Select(column => Text(column, "name"));
        Assert.Equal(header, string.Join(',', columns));
        Assert.Contains("渔阳镇", await own.Http.GetStringAsync("/booking/statistics/?month=2026-11"), StringComparison.Ordinal);
    }

    private static (string Reference, string Token) Keys(System.Text.Json.JsonElement booked) => (Text(booked, "reference")!, Text(booked, "manageToken")!);

    private static string? Text(System.Text.Json.JsonElement element, string name) => element.GetProperty(name).GetString();
}

/// <summary>On the embedded database.</summary>
public sealed class EraseAndExportOnSqliteTests(SqliteBookings servers) : EraseAndExportTests(servers), IClassFixture<SqliteBookings>;

/// <summary>On a real PostgreSQL.</summary>
public sealed class EraseAndExportOnPostgresTests(PostgresBookings servers) : EraseAndExportTests(servers), IClassFixture<PostgresBookings>;
