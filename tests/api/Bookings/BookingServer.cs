namespace Jizhou.Public.ApiTests.Bookings;

/// <summary>A server on SQLite that does not count the many writes of a test.</summary>
public sealed class BookingServer : IDisposable
{
    /// <summary>The server.</summary>
    public ApiServer Api { get; } = new() { ["Limits:WritesPerMinute"] = "100000", ["Limits:HoldsPerClient"] = "100000" };

    /// <inheritdoc />
    public void Dispose() => Api.Dispose();
}
