namespace Jizhou.Public.Api.Platform.Caching.Redis;

/// <summary>The channel <c>jizhou:changed</c>: the message is the topic.</summary>
public sealed class RedisChangeChannel(RedisLink redis) : IChangeChannel
{
    private const string Channel = "jizhou:changed";

    /// <inheritdoc />
    public Task TellAsync(string topic) => redis.AskAsync(db => db.PublishAsync(Channel, topic), otherwise: 0L);

    /// <summary>Subscribes once the connection stands; it is restored by itself after an outage. Returns at once.</summary>
    public Task ListenAsync(Action heard)
    {
        // Not awaited: the server may be absent for hours, and polling does the work meanwhile.
        _ = SubscribeAsync(heard);
        return Task.CompletedTask;
    }

    private async Task SubscribeAsync(Action heard)
    {
        try
        {
            var connection = await redis.Connection;
            await connection.GetSubscriber().SubscribeAsync(Channel, (_, _) => heard());
        }
        catch (Exception failure) when (failure is StackExchange.Redis.RedisException or ObjectDisposedException)
        {
            // Polling goes on; the link has logged that the server is away.
        }
    }
}
