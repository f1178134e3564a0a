using System.Net;
using Jizhou.Public.ApiTests.Platform.Hosting;
using Jizhou.Public.ApiTests.Platform.Notices;
using Jizhou.Public.ApiTests.Platform.Persistence;

namespace Jizhou.Public.ApiTests.Bookings.Notices;

/// <summary>Two nodes on one PostgreSQL, and a real process that is killed between sending and writing down that it sent.</summary>
public sealed class SeveralNodesTests(PostgresServer postgres) : IClassFixture<PostgresServer>, IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jizhou-nodes-").FullName;
    private WebhookReceiver _receiver = null!;

    [Fact]
    public async Task Two_nodes_at_once_send_each_message_and_each_reminder_once()
    {
        var database = await postgres.NewDatabaseAsync() + ";Maximum Pool Size=20";
        using var first = Node(database);
        _ = first.Http; // alone, so that it makes the keys
        using var second = Node(database);
        _ = second.Http;
        for (var i = 0; i < 20; i++)
        {
            await new Resident(i % 2 == 0 ? first.Http : second.Http).BookedAsync("centre.2026-12-03.morning");
        }

        foreach (var minute in (string[])["2026-11-22 10:00", "2026-11-30 09:00", "2026-12-02 09:00"])
        {
            _receiver.Clear();
            first.Clock.Set(minute);
            second.Clock.Set(minute);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run((i % 2 == 0 ? first : second).SendAsync)));
            while (await first.SendAsync() + await second.SendAsync() > 0)
            {
                // what one found leased by the other
            }

            Assert.Equal(20, _receiver.Hooks.Count);
            Assert.Equal(20, _receiver.Hooks.Select(h => h.Text("label")).Distinct().Count());
        }
    }

    [Fact]
    public async Task A_process_killed_after_sending_and_before_noting_it_sends_again_under_the_same_id()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _receiver.Answer = http =>
        {
            arrived.TrySetResult();
            return Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        using (var doomed = Process())
        {
            using var http = new HttpClient { BaseAddress = new Uri(await doomed.ReadyAsync()) };
            await new Resident(http).BookedAsync(await LastFreeSlotAsync(http));
            await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));
            doomed.Signal(9);
            await doomed.ExitAsync();
        }

        var again = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _receiver.Answer = http =>
        {
            http.Response.StatusCode = 204;
            again.TrySetResult();
            return Task.CompletedTask;
        };
        using var heir = Process();
        await heir.ReadyAsync();
        await again.Task.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(2, _receiver.Hooks.Count);
        Assert.Single(_receiver.Hooks.Select(h => h.Id).Distinct());
    }

    public async Task InitializeAsync() => _receiver = await WebhookReceiver.StartedAsync();

    public async Task DisposeAsync()
    {
        await _receiver.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private ApiServer Node(string database)
    {
        var server = new ApiServer();
        foreach (var (name, value) in (IEnumerable<(string, string)>)[
            .. NoticeServers.To(_receiver), ("Storage:Provider", "postgres"), ("Storage:ConnectionString", database), ("Security:KeyFolder", Path.Combine(_folder, "node-keys"))])
        {
            server[name] = value;
        }

        return server;
    }

    private ServerProcess Process() => ServerProcess.Start(
        "--urls", "http://127.0.0.1:0", "--Security:KeyFolder", Path.Combine(_folder, "keys"), "--Storage:DataFolder", Path.Combine(_folder, "data"),
        "--Webhook:Url", _receiver.Url, "--Webhook:Secret", NoticeServers.Secret, "--Webhook:IncludePhone", "true", "--Notices:SendEverySeconds", "1");

    private static async Task<string> LastFreeSlotAsync(HttpClient http)
    {
        using var answer = await http.GetAsync($"/api/v1/bookings/slots?village={Resident.Yuyang}");
        var list = await Resident.Expect(answer, HttpStatusCode.OK);
        return list.GetProperty("items").EnumerateArray().Last(s => s.GetProperty("available").GetBoolean()).GetProperty("id").GetString()!;
    }
}
