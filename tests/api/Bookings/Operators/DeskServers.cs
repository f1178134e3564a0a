namespace Jizhou.Public.ApiTests.Bookings.Operators;

/// <summary>One server for all of a class.</summary>
/// <param name="servers">On which kind of database.</param>
public abstract class DeskServers(BookingServers servers) : IAsyncLifetime
{
    /// <summary>The server.</summary>
    public ApiServer Api { get; private set; } = null!;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        await servers.InitializeAsync();
        Api = await servers.NewAsync(("Limits:SignInsPerMinute", "1000"), ("Limits:WritesPerMinute", "100000"), ("Limits:HoldsPerClient", "100000"), ("Sessions:LongestHours", "10000"), ("Sessions:IdleMinutes", "600000"));
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await Api.DisposeAsync();
        await servers.DisposeAsync();
    }
}

/// <summary>On the embedded database.</summary>
public sealed class SqliteDesk() : DeskServers(new SqliteBookings());

/// <summary>On a real PostgreSQL.</summary>
public sealed class PostgresDesk() : DeskServers(new PostgresBookings());

/// <summary>The tests of the desk on the embedded database share a server.</summary>
[CollectionDefinition("desk on SQLite")]
public sealed class SqliteDeskCollection : ICollectionFixture<SqliteDesk>;

/// <summary>The tests of the desk on PostgreSQL share a server.</summary>
[CollectionDefinition("desk on PostgreSQL")]
public sealed class PostgresDeskCollection : ICollectionFixture<PostgresDesk>;
