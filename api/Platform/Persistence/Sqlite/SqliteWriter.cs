using System.Threading.Channels;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Telemetry;
using Microsoft.Data.Sqlite;

namespace Jizhou.Public.Api.Platform.Persistence.Sqlite;

/// <summary>
/// The one connection that writes. It takes up to <see cref="GroupSize"/> waiting units into one transaction, each behind
/// its own savepoint, and acknowledges them only after the common commit: one fsync for many units.
/// </summary>
public sealed class SqliteWriter(SqliteFolder folder) : IAsyncDisposable
{
    /// <summary>Most units in one transaction (17.7k units a second were measured with 32).</summary>
    public const int GroupSize = 32;

    private SqliteConnection? _connection;

    /// <summary>Runs and commits the units that wait now. Never throws: every unit gets its own result.</summary>
    public async Task CommitGroupAsync(ChannelReader<IWriteUnit> waiting)
    {
        var kept = new List<IWriteUnit>(GroupSize);
        try
        {
            var connection = await OpenAsync();
            await using var transaction = connection.BeginTransaction(deferred: false);
            for (var taken = 0; taken < GroupSize && waiting.TryRead(out var unit); taken++)
            {
                await RunAsync(unit, transaction, kept);
            }

            await transaction.CommitAsync();
            kept.ForEach(unit => unit.Succeed());
        }
        catch (Exception failure)
        {
            await FailAsync(failure, kept, waiting);
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

    private static async Task RunAsync(IWriteUnit unit, SqliteTransaction transaction, List<IWriteUnit> kept)
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
            unit.Fail(failure);
            return;
        }
        catch
        {
            // A storage fault may have rolled back the whole transaction: this unit shares the fate of its group.
            kept.Add(unit);
            throw;
        }

        await transaction.ReleaseAsync("unit");
        kept.Add(unit);
    }

    private async Task FailAsync(Exception failure, List<IWriteUnit> kept, ChannelReader<IWriteUnit> waiting)
    {
        // Without this a database that cannot be opened would leave the first unit waiting and the loop spinning.
        if (kept.Count == 0 && waiting.TryRead(out var first))
        {
            PublicMeter.WriteQueueLength.Add(-1);
            kept.Add(first);
        }

        var told = failure is SqliteException ? new RefusedException(PlatformRefusals.StorageGone(), failure) : failure;
        kept.ForEach(unit => unit.Fail(told));
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
            _connection = null;
        }
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        if (_connection is null)
        {
            var connection = new SqliteConnection(SqliteConnections.Writing(folder));
            await connection.OpenAsync();
            await SqliteConnections.PrepareWriterAsync(connection);
            _connection = connection;
        }

        return _connection;
    }
}
