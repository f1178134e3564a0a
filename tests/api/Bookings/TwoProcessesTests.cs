using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Jizhou.Public.ApiTests.Platform.Caching;
using Jizhou.Public.ApiTests.Platform.Hosting;
using Jizhou.Public.ApiTests.Platform.Persistence;

namespace Jizhou.Public.ApiTests.Bookings;

/// <summary>Two real processes of the program on one PostgreSQL and one Redis, as a district with two nodes would run them.</summary>
public sealed class TwoProcessesTests : IAsyncLifetime
{
    private readonly PostgresServer _postgres = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("jizhou-two-").FullName;
    private readonly List<ServerProcess> _processes = [];
    private RedisServer _redis = null!;
    private HttpClient _first = null!;
    private HttpClient _second = null!;

    [Fact]
    public async Task What_one_process_takes_the_other_no_longer_offers_although_its_list_was_shared()
    {
        var slot = await LastFreeSlotAsync();
        for (var held = 0; held < 25; held++)
        {
            Assert.True((await SlotAsync(_second, slot)).GetProperty("available").GetBoolean(), $"not free after {held} holds");
            await new Resident(_first).HeldAsync(slot, "sofa-single", 4); // 2.4 m³ of 60
        }

        Assert.False((await SlotAsync(_second, slot)).GetProperty("available").GetBoolean());
    }

    [Fact]
    public async Task A_hundred_residents_on_two_processes_confirm_exactly_the_forty_places()
    {
        var slot = await LastFreeSlotAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(async i =>
        {
            // Held at one process, confirmed at the other.
            var (here, there) = i % 2 == 0 ? (_first, _second) : (_second, _first);
            using var held = await new Resident(here).HoldAsync(slot);
            if (held.StatusCode != HttpStatusCode.Created)
            {
                return await Resident.Refused(held, HttpStatusCode.Conflict);
            }

            using var confirmed = await new Resident(there).ConfirmAsync((await Resident.Expect(held, HttpStatusCode.Created)).GetProperty("hold").GetString()!);
            return (await Resident.Expect(confirmed, HttpStatusCode.Created)).GetProperty("state").GetString();
        }));

        Assert.Equal((40, 60), (answers.Count(a => a == "booked"), answers.Count(a => a == "slot_full")));
    }

    [Fact]
    public async Task One_key_at_two_processes_at_once_makes_one_booking()
    {
        var (resident, key) = (new Resident(_first), Resident.NewKey());
        var hold = await resident.HeldAsync(await FirstFreeSlotAsync());
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            using var answer = await new Resident(i % 2 == 0 ? _first : _second) { Phone = resident.Phone }.ConfirmAsync(hold, key);
            return answer.StatusCode == HttpStatusCode.Created
                ? await answer.Content.ReadAsStringAsync()
                : await Resident.Refused(answer, HttpStatusCode.Conflict) ?? "";
        }));
        Assert.Single(answers.Distinct(), a => a != "idempotency_key_in_flight");
    }

    public async Task InitializeAsync()
    {
        await _postgres.InitializeAsync();
        _redis = await RedisServer.StartedAsync();
        var database = await _postgres.NewDatabaseAsync() + ";Maximum Pool Size=20";
        _first = await StartAsync(database);
        _second = await StartAsync(database);
    }

    public async Task DisposeAsync()
    {
        _first.Dispose();
        _second.Dispose();
        _processes.ForEach(process => process.Dispose());
        _redis.Dispose();
        await _postgres.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<HttpClient> StartAsync(string database)
    {
        var process = ServerProcess.Start(
            "--urls", "http://127.0.0.1:0", "--Storage:Provider", "postgres", "--Storage:ConnectionString", database,
            "--Cache:Redis", _redis.Address, "--Security:KeyFolder", Path.Combine(_folder, "keys"), "--Storage:DataFolder", Path.Combine(_folder, "data"));
        _processes.Add(process);
        return new HttpClient { BaseAddress = new Uri(await process.ReadyAsync()) };
    }

    private async Task<string> LastFreeSlotAsync() => (await FreeSlotsAsync())[^1];

    private async Task<string> FirstFreeSlotAsync() => (await FreeSlotsAsync())[0];

    private async Task<List<string>> FreeSlotsAsync()
    {
        var list = await _first.GetFromJsonAsync<JsonElement>($"/api/v1/bookings/slots?village={Resident.Yuyang}");
        return [.. list.GetProperty("items").EnumerateArray().Where(s => s.GetProperty("available").GetBoolean()).Select(s => s.GetProperty("id").GetString()!)];
    }

    private static Task<JsonElement> SlotAsync(HttpClient http, string slot) => new Resident(http).SlotAsync(slot, volume: "2.4");
}
