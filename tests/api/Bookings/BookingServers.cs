using Jizhou.Public.ApiTests.Platform.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Bookings;

/// <summary>Where the tests of bookings run: one server for tests that share it, and new ones for tests that move the clock.</summary>
public abstract class BookingServers : IAsyncLifetime
{
    private readonly List<string> _folders = [];

    /// <summary>The shared server; it does not count the many requests of a test.</summary>
    public ApiServer Api { get; private set; } = null!;

    /// <summary>A server with a database of its own.</summary>
    public async Task<ApiServer> NewAsync(params (string Name, string Value)[] settings) => With(await StorageAsync(), settings);

    /// <summary>Settings of a database that nobody has used yet, and of keys for it: servers started with them one after another are one server restarted.</summary>
    public async Task<(string Name, string Value)[]> StorageAsync()
    {
        var folder = Directory.CreateTempSubdirectory("jizhou-bookings-").FullName;
        _folders.Add(folder);
        return [("Storage:DataFolder", Path.Combine(folder, "data")), ("Security:KeyFolder", Path.Combine(folder, "keys")), .. await ProviderAsync()];
    }

    /// <inheritdoc />
    public virtual async Task InitializeAsync() => Api = await NewAsync(("Limits:WritesPerMinute", "100000"), ("Limits:HoldsPerClient", "100000"));

    /// <inheritdoc />
    public virtual async Task DisposeAsync()
    {
        await Api.DisposeAsync();
        _folders.ForEach(folder => Directory.Delete(folder, recursive: true));
    }

    /// <summary>A server with this storage and these settings, and what a test brings along.</summary>
    public static ApiServer With(IEnumerable<(string Name, string Value)> storage, IEnumerable<(string Name, string Value)> settings, Action<IServiceCollection>? beside = null)
    {
        var server = new ApiServer { Beside = beside ?? (_ => { }) };
        foreach (var (name, value) in storage.Concat(settings))
        {
            server[name] = value;
        }

        return server;
    }

    /// <summary>Which database.</summary>
    protected abstract Task<(string Name, string Value)[]> ProviderAsync();
}

/// <summary>On the embedded database.</summary>
public sealed class SqliteBookings : BookingServers
{
    /// <inheritdoc />
    protected override Task<(string Name, string Value)[]> ProviderAsync() => Task.FromResult<(string, string)[]>([]);
}

/// <summary>On a real PostgreSQL.</summary>
public sealed class PostgresBookings : BookingServers
{
    private readonly PostgresServer _postgres = new();

    /// <inheritdoc />
    protected override async Task<(string Name, string Value)[]> ProviderAsync() =>
        [("Storage:Provider", "postgres"), ("Storage:ConnectionString", await _postgres.NewDatabaseAsync() + ";Maximum Pool Size=20")]; // several servers share its 100 connections

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        await _postgres.InitializeAsync();
        await base.InitializeAsync();
    }

    /// <inheritdoc />
    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _postgres.DisposeAsync();
    }
}
