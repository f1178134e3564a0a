using System.Net;
using System.Text.Json;
using Dapper;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Persistence.Postgres;
using Jizhou.Public.ApiTests.Bookings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Jizhou.Public.ApiTests.Platform.Persistence;

/// <summary>PostgreSQL ends under the requests: whoever asks is told to come back (503, Retry-After), never that our program is wrong.</summary>
public sealed class RestartOfPostgresTests(PostgresServer postgres) : IClassFixture<PostgresServer>
{
    private const string LockEverything = """
        DO $$ DECLARE one record; BEGIN
          FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP EXECUTE format('LOCK TABLE %I IN ACCESS EXCLUSIVE MODE', one.tablename); END LOOP;
        END $$
        """;

    private const string Waiting = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND pid <> pg_backend_pid()";

    [Fact]
    public async Task A_query_that_is_ended_in_the_middle_is_told_as_unavailable_on_every_public_route()
    {
        var (server, connectionString) = await ServerAsync();
        using var running = server;
        await using var other = NpgsqlDataSource.Create(connectionString);
        await using var ender = await other.OpenConnectionAsync();
        List<string> told = [];
        foreach (var request in await RequestsAsync(server.Http))
        {
            await using var locker = await other.OpenConnectionAsync();
            await using var transaction = await locker.BeginTransactionAsync();
            await locker.ExecuteAsync(LockEverything, transaction: transaction);
            for (var answer = SendAsync(server.Http, request); ;)
            {
                foreach (var waiting in await ender.QueryAsync<int>(Waiting))
                {
                    await ender.ExecuteAsync("SELECT pg_terminate_backend(@waiting)", new { waiting });
                }

                if (answer.IsCompleted)
                {
                    told.AddRange(IsTold(request.Name, await answer) ? [request.Name] : []);
                    break;
                }
            }
        }

        Assert.Contains("get /api/v1/bookings/slots", told);
        Assert.Contains("post /api/v1/bookings/holds", told);
        Assert.True(told.Count > 8, string.Join('\n', told));
    }

    // What PostgreSQL says of its own end; of these Npgsql calls all but the last passing.
    [Theory]
    [InlineData(PostgresErrorCodes.AdminShutdown)]
    [InlineData(PostgresErrorCodes.CrashShutdown)]
    [InlineData(PostgresErrorCodes.CannotConnectNow)]
    [InlineData(PostgresErrorCodes.DiskFull)]
    [InlineData(PostgresErrorCodes.DatabaseDropped)]
    public async Task Every_word_of_a_server_that_goes_is_told_as_unavailable(string state)
    {
        await using var database = new PostgresDatabase(await postgres.NewDatabaseAsync());
        var refused = await Assert.ThrowsAsync<RefusedException>(() => database.ReadAsync<int>(_ => throw new PostgresException("示例", "FATAL", "FATAL", state), CancellationToken.None));
        Assert.Equal((PlatformRefusals.StorageUnavailable.Code, state != PostgresErrorCodes.DatabaseDropped), (refused.Refusal.Code, ((PostgresException)refused.InnerException!).IsTransient));
    }

    // While the database is away, people lose their patience: those who wait behind them for the same cached answer must not be told that they did.
    [Fact]
    public async Task Whoever_waits_for_an_answer_whose_first_asker_hangs_up_gets_one_all_the_same()
    {
        const string Slots = "/api/v1/bookings/slots?village=" + Resident.Yuyang;
        var counter = new RequestCounter();
        var (server, connectionString) = await ServerAsync(counter);
        using var running = server;
        await using var other = NpgsqlDataSource.Create(connectionString);
        await using var looker = await other.OpenConnectionAsync();
        await using var locker = await other.OpenConnectionAsync();
        await using var transaction = await locker.BeginTransactionAsync();
        await locker.ExecuteAsync("LOCK TABLE booking_share, booking_slot IN ACCESS EXCLUSIVE MODE", transaction: transaction);

        using var hangUp = new CancellationTokenSource();
        var first = server.Http.GetAsync(Slots, hangUp.Token);
        while (await looker.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%booking_share%' AND pid <> pg_backend_pid()") == 0)
        {
            Assert.False(first.IsCompleted);
        }

        var before = counter.Begun;
        var others = Enumerable.Range(0, 10).Select(_ => SendAsync(server.Http, new Asked("get slots", HttpMethod.Get, Slots, null))).ToList();
        while (counter.Begun < before + others.Count)
        {
            await Task.Yield();
        }

        for (var round = 0; round < 5; round++)
        {
            using var passing = await server.Http.GetAsync("/healthz"); // behind all of them
        }

        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await looker.ExecuteAsync("SELECT pg_sleep(0.2)"); // the server hears of it
        await transaction.RollbackAsync();
        Assert.All(await Task.WhenAll(others), answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
    }

    [Fact]
    public async Task While_it_ends_and_begins_again_under_load_no_public_route_answers_500()
    {
        var (server, _) = await ServerAsync();
        using var running = server;
        var requests = await RequestsAsync(server.Http);
        using var stop = new CancellationTokenSource();
        var told = 0;
        var clients = Enumerable.Range(0, 12).Select(client => Task.Run(async () =>
        {
            for (var number = client; !stop.IsCancellationRequested; number++)
            {
                var request = requests[number % requests.Count];
                Interlocked.Add(ref told, IsTold(request.Name, await SendAsync(server.Http, request)) ? 1 : 0);
            }
        })).ToList();
        for (var round = 0; round < 3; round++)
        {
            await postgres.StopAsync();
            await postgres.StartAsync();
            using var answer = await server.Http.GetAsync("/readyz");
        }

        await stop.CancelAsync();
        await Task.WhenAll(clients);
        Assert.True(told > 0);
    }

    // Told to come back? Anything else that blames the server is a mistake.
    private static bool IsTold(string name, (HttpStatusCode Status, bool HasRetryAfter, string Body) answer)
    {
        var isTold = answer.Status == HttpStatusCode.ServiceUnavailable && answer.HasRetryAfter && answer.Body.Contains("\"code\":\"storage_unavailable\"", StringComparison.Ordinal);
        Assert.True(isTold || (int)answer.Status < 500, $"{name}: {answer}");
        return isTold;
    }

    private static async Task<(HttpStatusCode Status, bool HasRetryAfter, string Body)> SendAsync(HttpClient http, Asked asked)
    {
        using var request = new HttpRequestMessage(asked.Method, asked.Address);
        if (asked.Body is { } body)
        {
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
            request.Headers.Add("Idempotency-Key", Resident.NewKey());
        }

        if (asked.Address.Contains("/bookings/", StringComparison.Ordinal))
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Manage " + Convert.ToHexStringLower(new byte[16]));
        }

        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, answer.Headers.RetryAfter is not null, System.Text.Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()));
    }

    // Every operation of the published description, with its own example as parameters and body.
    private static async Task<IReadOnlyList<Asked>> RequestsAsync(HttpClient http)
    {
        using var document = JsonDocument.Parse(await http.GetStringAsync("/openapi/v1.json"));
        return [.. document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation => Ask(path.Name, operation)))];
    }

    private static Asked Ask(string path, JsonProperty operation)
    {
        var (address, query) = (path, new List<string>());
        foreach (var parameter in operation.Value.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : [])
        {
            if (parameter.TryGetProperty("example", out var example))
            {
                var (name, value) = (parameter.GetProperty("name").GetString()!, Uri.EscapeDataString(example.ToString()));
                address = address.Replace("{" + name + "}", value, StringComparison.Ordinal);
                query.AddRange(parameter.GetProperty("in").GetString() == "query" ? [$"{name}={value}"] : []);
            }
        }

        var body = operation.Value.TryGetProperty("requestBody", out var wanted) && wanted.GetProperty("content").TryGetProperty("application/json", out var media) && media.TryGetProperty("example", out var sent) ? sent.GetRawText() : null;
        return new Asked($"{operation.Name} {path}", new HttpMethod(operation.Name.ToUpperInvariant()), address + (query.Count > 0 ? "?" + string.Join('&', query) : ""), body);
    }

    private async Task<(ApiServer Server, string ConnectionString)> ServerAsync(RequestCounter? counter = null)
    {
        var connectionString = await postgres.NewDatabaseAsync();
        var server = new ApiServer
        {
            Beside = services => services.AddSingleton<IStartupFilter>(counter ?? new RequestCounter()),
            ["Storage:Provider"] = "postgres", ["Storage:ConnectionString"] = connectionString, ["Limits:WritesPerMinute"] = "1000000", ["Limits:ReportsPerHour"] = "1000000",
        };
        using var ready = await server.Http.GetAsync("/readyz");
        return (server, connectionString);
    }

    /// <summary>Counts the requests that have begun.</summary>
    private sealed class RequestCounter : IStartupFilter
    {
        private int _begun;

        public int Begun => Volatile.Read(ref _begun);

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((HttpContext context, RequestDelegate pass) =>
            {
                Interlocked.Increment(ref _begun);
                return pass(context);
            });
            next(app);
        };
    }

    private sealed record Asked(string Name, HttpMethod Method, string Address, string? Body);
}
