using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Dapper;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Persistence;
using Microsoft.AspNetCore.OutputCaching;

namespace Jizhou.Public.Api.Platform.Caching;

/// <summary>Polls the version rows every second, sooner when the channel speaks, and renews what changed.</summary>
public sealed partial class ChangeFeed(
    IDatabase database, IOutputCacheStore cache, IChangeChannel channel, ILogger<ChangeFeed> log) : BackgroundService, IChangeFeed
{
    private const string Bump =
        "INSERT INTO change_feed (topic, version) VALUES (@topic, 1) ON CONFLICT (topic) DO UPDATE SET version = change_feed.version + 1 RETURNING version";

    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, ConcurrentBag<Func<CancellationToken, Task>>> _renewals = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _seen = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly SemaphoreSlim _heard = new(0, 1);
    private long _lastLook = Stopwatch.GetTimestamp();

    /// <summary>Since when nobody could look whether something changed.</summary>
    public TimeSpan SinceLastLook => Stopwatch.GetElapsedTime(Volatile.Read(ref _lastLook));

    /// <inheritdoc />
    public async Task<T> ChangeAsync<T>(string topic, Func<DbTransaction, Task<T>> write, CancellationToken cancellationToken)
    {
        var (result, version) = await database.WriteAsync(
            async transaction => (await write(transaction), await transaction.Open().ExecuteScalarAsync<long>(Bump, new { topic }, transaction)),
            cancellationToken);
        await NoticeAsync(topic, version, CancellationToken.None);
        await channel.TellAsync(topic);
        return result;
    }

    /// <inheritdoc />
    public void Subscribe(string topic, Func<CancellationToken, Task> renew) => _renewals.GetOrAdd(topic, _ => []).Add(renew);

    /// <summary>Remembers where the topics stand before the features load their snapshots.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var (topic, version) in await VersionsAsync(cancellationToken))
        {
            _seen[topic] = version;
        }

        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _oneAtATime.Dispose();
        _heard.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await channel.ListenAsync(Wake);
        while (!stoppingToken.IsCancellationRequested)
        {
            await ((Task)_heard.WaitAsync(PollEvery, stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await PollAsync(stoppingToken);
        }
    }

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var (topic, version) in await VersionsAsync(cancellationToken))
            {
                await NoticeAsync(topic, version, cancellationToken);
            }

            Volatile.Write(ref _lastLook, Stopwatch.GetTimestamp());
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // the server stops
        }
        catch (Exception failure)
        {
            // The snapshots stay as they are, and the next poll tries again: reads go on without the database.
            PollFailed(log, failure is RefusedException { InnerException: { } cause } ? cause : failure);
        }
    }

    private Task<IEnumerable<(string Topic, long Version)>> VersionsAsync(CancellationToken cancellationToken)
        => database.ReadAsync(connection => connection.QueryAsync<(string, long)>("SELECT topic, version FROM change_feed"), cancellationToken);

    private async Task NoticeAsync(string topic, long version, CancellationToken cancellationToken)
    {
        if (_seen.TryGetValue(topic, out var seen) && seen >= version)
        {
            return;
        }

        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            foreach (var renew in _renewals.GetValueOrDefault(topic) ?? [])
            {
                await renew(cancellationToken);
            }

            await cache.EvictByTagAsync(topic, cancellationToken);
            _seen.AddOrUpdate(topic, version, (_, known) => Math.Max(known, version)); // only now: a renewal that failed is tried again
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private void Wake()
    {
        try
        {
            _heard.Release();
        }
        catch (Exception full) when (full is SemaphoreFullException or ObjectDisposedException)
        {
            // already awake, or stopping
        }
    }

    [LoggerMessage(20, LogLevel.Warning, "Could not look for changes; the snapshots stay as they are")]
    private static partial void PollFailed(ILogger log, Exception failure);
}
