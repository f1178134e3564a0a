using System.Net.Sockets;
using StackExchange.Redis;

namespace Jizhou.Public.Api.Platform.Caching.Redis;

/// <summary>
/// The one connection to Redis, made to be missed: no call waits longer than <see cref="Patience"/>, none throws, and after
/// a few failures nobody asks at all until a probe has found the server well again.
/// </summary>
public sealed partial class RedisLink : IAsyncDisposable
{
    /// <summary>StackExchange.Redis 1.2.6 has no time limit on asynchronous calls: a frozen server would hold a request for ever.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private readonly Task<ConnectionMultiplexer> _connecting;
    private readonly Breaker _breaker;
    private readonly ILogger<RedisLink> _log;

    /// <summary>Starts connecting in the background; the program does not wait for it.</summary>
    public RedisLink(string server, TimeProvider time, ILogger<RedisLink> log)
    {
        _log = log;
        _breaker = new Breaker(time);
        var options = ConfigurationOptions.Parse(server);
        options.AbortOnConnectFail = false; // absent at the start: keep trying
        options.ConnectTimeout = 1000;
        options.ClientName = "jizhou";
        _connecting = Task.Run(() => ConnectionMultiplexer.ConnectAsync(options));
    }

    /// <summary>The connection, once it stands.</summary>
    public Task<ConnectionMultiplexer> Connection => _connecting;

    /// <summary>Asks; <paramref name="otherwise"/> when the server is away, slow or unwilling.</summary>
    public async Task<T> AskAsync<T>(Func<IDatabaseAsync, Task<T>> ask, T otherwise)
    {
        if (!_connecting.IsCompletedSuccessfully || !_breaker.MayTry())
        {
            return otherwise;
        }

        try
        {
            var answer = await ask(_connecting.Result.GetDatabase()).WaitAsync(Patience);
            if (_breaker.Succeeded())
            {
                Back(_log);
            }

            return answer;
        }
        catch (Exception failure) when (failure is RedisException or TimeoutException or SocketException or ObjectDisposedException or IOException)
        {
            if (_breaker.Failed())
            {
                Away(_log, failure.GetType().Name);
            }

            return otherwise;
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        if (_connecting.IsCompletedSuccessfully)
        {
            _connecting.Result.Close(allowCommandsToComplete: false);
        }

        return ValueTask.CompletedTask;
    }

    [LoggerMessage(30, LogLevel.Warning, "The cache server does not answer ({Reason}); going on without it")]
    private static partial void Away(ILogger log, string reason);

    [LoggerMessage(31, LogLevel.Information, "The cache server answers again")]
    private static partial void Back(ILogger log);
}
