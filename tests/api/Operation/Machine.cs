using System.Diagnostics;
using Jizhou.Public.ApiTests.Platform.Hosting;
using Jizhou.Public.ApiTests.Platform.Persistence;
using Jizhou.Public.History.Judging;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Jizhou.Public.ApiTests.Operation;

/// <summary>The program as its owner runs it: a process, commands beside it, a data folder and a key folder, on one of the databases.</summary>
public sealed class Machine(string? connectionString = null) : IDisposable
{
    private readonly List<ServerProcess> _processes = [];

    /// <summary>Holds everything.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("jizhou-operation-").FullName;

    /// <summary>The data folder.</summary>
    public string Data => Path.Combine(Folder, "data");

    /// <summary>The key folder.</summary>
    public string Keys => Path.Combine(Folder, "keys");

    /// <summary>The program that was started last.</summary>
    public ServerProcess Server => _processes[^1];

    private IEnumerable<string> Settings =>
    [
        "--Storage:DataFolder", Data, "--Security:KeyFolder", Keys, "--Sample:Load", "false", "--Limits:WritesPerMinute", "100000",
        .. connectionString is null ? Array.Empty<string>() : ["--Storage:Provider", "postgres", "--Storage:ConnectionString", connectionString],
    ];

    /// <summary>Starts a server and answers a client of it.</summary>
    public async Task<HttpClient> StartAsync(params string[] more)
    {
        var process = ServerProcess.Start(["--urls", "http://127.0.0.1:0", .. Settings, .. more]);
        _processes.Add(process);
        return new HttpClient { BaseAddress = new Uri(await process.ReadyAsync()), Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <summary>Runs a command with the same settings; answers its exit code and what it said.</summary>
    public Task<(int Code, string Said)> RunAsync(params string[] words) => RunAsync(new Dictionary<string, string>(), words);

    /// <summary>The same with an environment.</summary>
    public async Task<(int Code, string Said)> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Program, .. words]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        foreach (var pair in Settings.Chunk(2))
        {
            start.Environment[pair[0][2..].Replace(":", "__", StringComparison.Ordinal)] = pair[1];
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }

    /// <summary>A command that must succeed; answers what it said.</summary>
    public async Task<string> DoneAsync(params string[] words)
    {
        var (code, said) = await RunAsync(words);
        Assert.True(code == 0, said);
        return said;
    }

    /// <summary>A command that must be refused in one line; answers the line.</summary>
    public async Task<string> RefusedAsync(params string[] words)
    {
        var (code, said) = await RunAsync(words);
        Assert.Equal(1, code);
        Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        return said;
    }

    /// <summary>SIGTERM; answers the exit code.</summary>
    public Task<int> StopAsync()
    {
        Server.Signal(15);
        return Server.ExitAsync();
    }

    /// <summary>What the checker's audit finds in the database.</summary>
    public async Task<IReadOnlyList<Finding>> AuditAsync()
    {
        await using System.Data.Common.DbConnection connection = connectionString is null
            ? new SqliteConnection($"Data Source={Path.Combine(Data, "jizhou.db")};Pooling=false") : new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        var book = Jizhou.Public.Content.ContentFolder.Load(Path.Combine(Repository.Root, "content")).Bulky!;
        return await new DatabaseAudit(connection, book).RowsAsync();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _processes.ForEach(process => process.Dispose());
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>A PostgreSQL for machines; none for those on the embedded database.</summary>
public abstract class Machines : IAsyncLifetime
{
    /// <summary>A machine with an empty database.</summary>
    public abstract Task<Machine> NewAsync();

    /// <inheritdoc />
    public virtual Task InitializeAsync() => Task.CompletedTask;

    /// <inheritdoc />
    public virtual Task DisposeAsync() => Task.CompletedTask;
}

/// <summary>On the embedded database.</summary>
public sealed class SqliteMachines : Machines
{
    /// <inheritdoc />
    public override Task<Machine> NewAsync() => Task.FromResult(new Machine());
}

/// <summary>On a real PostgreSQL.</summary>
public sealed class PostgresMachines : Machines
{
    private readonly PostgresServer _postgres = new();

    /// <inheritdoc />
    public override async Task<Machine> NewAsync() => new(await _postgres.NewDatabaseAsync() + ";Maximum Pool Size=20");

    /// <inheritdoc />
    public override Task InitializeAsync() => _postgres.InitializeAsync();

    /// <inheritdoc />
    public override Task DisposeAsync() => _postgres.DisposeAsync();
}
