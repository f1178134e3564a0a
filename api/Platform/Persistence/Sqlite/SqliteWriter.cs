using System.Threading.Channels;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Telemetry;
using Microsoft.Data.Sqlite;

namespace Jizhou.Public.Api.Platform.Persistence.Sqlite;

/// <summary>
/// The one connection that writes. It takes up to <see cref="GroupSize"/> waiting units into one transaction, each behind
/// its own savepoint, and answers all of them only after the common commit: one fsync for many units. A refusal waits too:
/// what it read of a neighbour in the group is only true once the group is durable.
/// </summary>
public sealed class SqliteWriter(SqliteFolder folder) : IAsyncDisposable
{
    /// <summary>Most units in one transaction (17.7k units a second were measured with 32).</summary>
    public const int GroupSize = 32;

    private WriterConnection? _connection;

    /// <summary>Runs and commits the units that wait now. Never throws: every unit gets its own result.</summary>
    public async Task CommitGroupAsync(ChannelReader<IWriteUnit> waiting)
    {
        var ran = new List<Ran>(GroupSize);
        try
        {
            var connection = await OpenAsync();
            await using var transaction = connection.BeginTransaction(deferred: false);
            for (var taken = 0; taken < GroupSize && waiting.TryRead(out var unit); taken++)
            {
                await RunAsync(unit, transaction, ran);
            }

            await transaction.CommitAsync();
            ran.ForEach(unit => unit.Tell());
        }
        catch (Exception failure)
        {
            await FailAsync(failure, ran, waiting);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }
    }

    private static async Task RunAsync(IWriteUnit unit, SqliteTransaction transaction, List<Ran> ran)
    {
        PublicMeter.WriteQueueLength.Add(-1);
        if (unit.IsAbandoned)
        {
            unit.Fail(new OperationCanceledException());
            return;
        }

        await transaction.SaveAsync("unit");
        try
        {
            await unit.RunAsync(transaction);
        }
        catch (Exception failure) when (failure is not SqliteException sqlite || !SqliteFaults.IsStorage(sqlite))
        {
            await transaction.RollbackAsync("unit");
            await transaction.ReleaseAsync("unit");
            ran.Add(new Ran(unit, failure));
            return;
        }
        catch
        {
            // A storage fault may have rolled back the whole transaction: this unit shares the fate of its group.
            ran.Add(new Ran(unit, null));
            throw;
        }

        await transaction.ReleaseAsync("unit");
        ran.Add(new Ran(unit, null));
    }

    private async Task FailAsync(Exception failure, List<Ran> ran, ChannelReader<IWriteUnit> waiting)
    {
        // Without this a database that cannot be opened would leave the first unit waiting and the loop spinning.
        if (ran.Count == 0 && waiting.TryRead(out var first))
        {
            PublicMeter.WriteQueueLength.Add(-1);
            ran.Add(new Ran(first, null));
        }

        var told = failure is SqliteException ? new RefusedException(PlatformRefusals.StorageGone(), failure) : failure;
        ran.ForEach(unit => unit.Unit.Fail(told));
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
            _connection = null;
        }
    }

    private async Task<WriterConnection> OpenAsync()
    {
        if (_connection is null)
        {
            var connection = new WriterConnection(SqliteConnections.Writing(folder));
            await connection.OpenAsync();
            await SqliteConnections.PrepareWriterAsync(connection);
            _connection = connection;
        }

        return _connection;
    }

    // A unit that ran in the open group, with what it was refused for, if it was.
    private readonly record struct Ran(IWriteUnit Unit, Exception? Refused)
    {
        public void Tell()
        {
            if (Refused is null)
            {
                Unit.Succeed();
            }
            else
            {
                Unit.Fail(Refused);
            }
        }
    }
}
