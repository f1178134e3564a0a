using Jizhou.Public.ApiTests.Platform.Notices;

namespace Jizhou.Public.ApiTests.Bookings.Notices;

/// <summary>One server whose events go to a receiver, for tests that share both; and new ones for tests that move the clock far.</summary>
public abstract class NoticeFixture(BookingServers servers) : IAsyncLifetime
{
    private WebhookReceiver _receiver = null!;

    /// <summary>The shared server. Every test leaves nothing waiting behind.</summary>
    public ApiServer Api { get; private set; } = null!;

    /// <summary>The receiver, empty and willing.</summary>
    public WebhookReceiver Accepting()
    {
        _receiver.Accept();
        _receiver.Clear();
        return _receiver;
    }

    /// <summary>A server with a database of its own.</summary>
    public Task<ApiServer> NewAsync(params (string Name, string Value)[] settings) => servers.NewAsync(settings);

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        await servers.InitializeAsync();
        _receiver = await WebhookReceiver.StartedAsync();
        Api = await servers.NewAsync(NoticeServers.To(_receiver));
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await Api.DisposeAsync();
        await _receiver.DisposeAsync();
        await servers.DisposeAsync();
    }
}

/// <summary>On the embedded database.</summary>
public sealed class SqliteNotices() : NoticeFixture(new SqliteBookings());

/// <summary>On a real PostgreSQL.</summary>
public sealed class PostgresNotices() : NoticeFixture(new PostgresBookings());
