using Jizhou.Public.ApiTests.Platform.Persistence;

namespace Jizhou.Public.ApiTests.Bookings;

/// <summary>Where the tests of bookings run: one server for tests that share it, and new ones for tests that move the clock.</summary>
public abstract class BookingServers : IAsyncLifetime
{
    /// <summary>The shared server; it does not count the many requests of a test.</summary>
    public ApiServer Api { get; private set; } = null!;

    /// <summary>A server with a database of its own.</summary>
    public abstract Task<ApiServer> NewAsync(params (string Name, string Value)[] settings);

    /// <inheritdoc />
    public virtual async Task InitializeAsync() => Api = await NewAsync(("Limits:WritesPerMinute", "100000"), ("Limits:HoldsPerClient", "100000"));

    /// <inheritdoc />
    public virtual async Task DisposeAsync() => await Api.DisposeAsync();

    /// <summary>Applies the settings.</summary>
    protected static ApiServer With(params IEnumerable<(string Name, string Value)> settings)
    {
        var server = new ApiServer();
        foreach (var (name, value) in settings)
        {
            server[name] = value;
        }

        return server;
    }
}

/// <summary>On the embedded database.</summary>
public sealed class SqliteBookings : BookingServers
{
    /// <inheritdoc />
    public override Task<ApiServer> NewAsync(params (string Name, string Value)[] settings) => Task.FromResult(With(settings));
}

/// <summary>On a real PostgreSQL.</summary>
public sealed class PostgresBookings : BookingServers
{
    private readonly PostgresServer _postgres = new();

    /// <inheritdoc />
    public override async Task<ApiServer> NewAsync(params (string Name, string Value)[] settings) =>
        With([.. settings, ("Storage:Provider", "postgres"), ("Storage:ConnectionString", await _postgres.NewDatabaseAsync() + ";Maximum Pool Size=20")]); // several servers share its 100 connections

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
