using System.Data.Common;
using Jizhou.Public.History.Faults;
using Jizhou.Public.History.Machines;
using Jizhou.Public.History.Recording;
using Jizhou.Public.History.Residents;

namespace Jizhou.Public.History;

/// <summary>What is put to the test: servers, what goes wrong with them, and the database that is counted afterwards.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Nodes">The servers.</param>
/// <param name="Faults">What goes wrong, in this order, over and over.</param>
/// <param name="SettleAsync">Puts right what the last fault left: cache server, disk, clock.</param>
/// <param name="OpenAsync">Opens the database once the servers have ended.</param>
public sealed record Scene(string Name, IReadOnlyList<ServerNode> Nodes, IReadOnlyList<Fault> Faults, Func<Task> SettleAsync, Func<Task<DbConnection>> OpenAsync)
{
    /// <summary>The servers whose console an operator uses: one operator each.</summary>
    public IReadOnlyList<ServerNode> Consoles { get; init; } = [];
}

/// <summary>The scenes. Each leaves its machines on the given stack, so that they end in the reverse order.</summary>
public static class Scenes
{
    // A Tuesday of a year whose holiday notice is on record: the run does not depend on the day it is run on.
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(8));

    /// <summary>One real server on SQLite, on a disk that can be full.</summary>
    public static async Task<Scene> SqliteAsync(Stack<IAsyncDisposable> machines, CallLog log, int operations)
    {
        var disk = Push(machines, await SmallDisk.MountAsync(48 + operations / 200));
        var redis = Push(machines, new RedisMachine());
        await redis.StartAsync();
        var folder = Push(machines, new TemporaryFolder());
        var clock = Clock(folder, log);
        var data = Path.Combine(disk.Folder, "data");
        string[] command = [.. Product(folder), "--Storage:DataFolder", data, "--Cache:Redis", redis.Address];
        await HireAsync(command);
        var node = Push(machines, new ServerNode(command, clock.FileName));
        Fault[] faults =
        [
            Causes.Kill(node), Causes.MoveClock(clock, TimeSpan.FromMinutes(20)), Causes.FillDisk(disk, log, () => Task.CompletedTask), Causes.TurnCache(redis),
            Causes.MoveClock(clock, TimeSpan.FromMinutes(-5)), Causes.Stop(node), Causes.MoveClock(clock, TimeSpan.FromHours(3)),
        ];
        return new("SQLite, one server", [node], faults, () => SettleAsync(redis), () => OpenSqliteAsync(Path.Combine(data, "jizhou.db"))) { Consoles = [node, node] };
    }

    /// <summary>Two real servers on one PostgreSQL.</summary>
    public static async Task<Scene> PostgresAsync(Stack<IAsyncDisposable> machines, CallLog log, int operations)
    {
        var disk = Push(machines, await SmallDisk.MountAsync(192 + operations / 100));
        var postgres = Push(machines, new PostgresMachine(disk));
        await postgres.StartAsync();
        var redis = Push(machines, new RedisMachine());
        await redis.StartAsync();
        var folder = Push(machines, new TemporaryFolder());
        var clock = Clock(folder, log);
        string[] command = [.. Product(folder), "--Storage:Provider", "postgres", "--Storage:ConnectionString", postgres.ConnectionString, "--Storage:DataFolder", Path.Combine(folder.Path, "data"), "--Cache:Redis", redis.Address];
        await HireAsync(command);
        ServerNode[] nodes = [Push(machines, new ServerNode(command, clock.FileName)), Push(machines, new ServerNode(command, clock.FileName))];
        Fault[] faults =
        [
            Causes.Kill(nodes[0]), Causes.RestartDatabase(postgres), Causes.MoveClock(clock, TimeSpan.FromMinutes(20)), Causes.TurnCache(redis), Causes.FillDisk(disk, log, postgres.UpAgainAsync), Causes.KillAll(nodes),
            Causes.MoveClock(clock, TimeSpan.FromMinutes(-5)), Causes.MoveClock(clock, TimeSpan.FromHours(3)),
        ];
        return new("PostgreSQL, two servers", nodes, faults, () => SettleAsync(redis), () => OpenPostgresAsync(postgres.ConnectionString)) { Consoles = nodes };
    }

    /// <summary>The naive test double, two processes on one PostgreSQL, nothing going wrong.</summary>
    public static async Task<Scene> NaiveAsync(Stack<IAsyncDisposable> machines, CallLog log)
    {
        var postgres = Push(machines, new PostgresMachine());
        await postgres.StartAsync();
        var clock = Clock(Push(machines, new TemporaryFolder()), log);
        string[] command = ["dotnet", typeof(Scenes).Assembly.Location, "naive-server", postgres.ConnectionString];
        ServerNode[] nodes = [Push(machines, new ServerNode(command, clock.FileName)), Push(machines, new ServerNode(command, clock.FileName))];
        return new("the naive test double", nodes, [], () => Task.CompletedTask, () => OpenPostgresAsync(postgres.ConnectionString));
    }

    private static IEnumerable<string> Product(TemporaryFolder folder) =>
    [
        "dotnet", Shell.Product, "--Security:KeyFolder", Path.Combine(folder.Path, "keys"), "--Sample:Load", "false",
        "--Limits:SignInsPerMinute", "100000000", "--Sessions:IdleMinutes", "100000", "--Sessions:LongestHours", "10000", "--Limits:WritesPerMinute", "100000000", "--Limits:HoldsPerClient", "100000000", "--Limits:FailedLookupsPerClient", "100000000", "--Limits:FailedLookupsPerReference", "100000000",
    ];

    // The account of the operators, made by the product's own command; a command takes its settings from the environment.
    private static Task HireAsync(string[] server) => Shell.RunAsync("env",
    [
        .. server[2..].Chunk(2).Select(setting => $"{setting[0][2..].Replace(":", "__", StringComparison.Ordinal)}={setting[1]}"),
        "bash", "-c", "printf '%s\\n' \"$0\" | \"$@\" >/dev/null", ConsoleWire.Password,
        .. server[..2], "operators", "add", ConsoleWire.Name, "--role", "dispatcher", "--password-stdin",
    ]);

    private static ServerClock Clock(TemporaryFolder folder, CallLog log)
    {
        var clock = new ServerClock(Path.Combine(folder.Path, "clock"), TimeSpan.FromSeconds(Math.Round((Start - TimeProvider.System.GetUtcNow()).TotalSeconds)), log);
        clock.Set(TimeSpan.Zero);
        return clock;
    }

    private static async Task SettleAsync(RedisMachine redis)
    {
        if (!redis.Runs)
        {
            await redis.StartAsync();
        }
    }

    private static async Task<DbConnection> OpenSqliteAsync(string file)
    {
        var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<DbConnection> OpenPostgresAsync(string connectionString)
    {
        var connection = new Npgsql.NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static T Push<T>(Stack<IAsyncDisposable> machines, T machine)
        where T : IAsyncDisposable
    {
        machines.Push(machine);
        return machine;
    }
}
