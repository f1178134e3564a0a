using System.Data.Common;
using System.Diagnostics;
using System.Threading.Channels;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Telemetry;

namespace Jizhou.Public.Api.Platform.Persistence.Sqlite;

/// <summary>
/// The queue in front of the one writer. SQLite lets one connection write at a time: competing ones starve (worst wait
/// 2–4 s), a queue with group commit does not.
/// </summary>
public sealed class WriteQueue : IAsyncDisposable
{
    private static readonly AsyncLocal<bool> Inside = new();

    private readonly Channel<IWriteUnit> _units;
    private readonly SqliteWriter _writer;
    private readonly Task _loop;

    /// <summary>A queue for <paramref name="capacity"/> waiting units.</summary>
    public WriteQueue(SqliteFolder folder, int capacity)
    {
        _units = Channel.CreateBounded<IWriteUnit>(new BoundedChannelOptions(capacity) { SingleReader = true });
        _writer = new SqliteWriter(folder);
        _loop = Task.Run(LoopAsync);
    }

    /// <summary>Waits until the unit is durable. Refuses with <c>busy</c> at once when the queue is full.</summary>
    public Task<T> EnqueueAsync<T>(Func<DbTransaction, Task<T>> write, CancellationToken cancellationToken)
    {
        if (Inside.Value)
        {
            throw new InvalidOperationException("A unit of work must not write again from inside: it would wait for itself.");
        }

        var waitsSince = Stopwatch.GetTimestamp();
        var unit = new WriteUnit<T>(
            transaction =>
            {
                Inside.Value = true;
                PublicMeter.WriteQueueWait.Record(Stopwatch.GetElapsedTime(waitsSince).TotalSeconds);
                return write(transaction);
            },
            cancellationToken);
        if (!_units.Writer.TryWrite(unit))
        {
            throw new RefusedException(PlatformRefusals.BusyNow());
        }

        PublicMeter.WriteQueueLength.Add(1);
        return unit.Done;
    }

    /// <summary>Takes no more, finishes what stands in the queue.</summary>
    public async ValueTask DisposeAsync()
    {
        _units.Writer.TryComplete();
        await _loop;
        await _writer.DisposeAsync();
    }

    private async Task LoopAsync()
    {
        while (await _units.Reader.WaitToReadAsync())
        {
            await _writer.CommitGroupAsync(_units.Reader);
        }
    }
}
