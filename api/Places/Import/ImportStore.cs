using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Places.Changes;
using Jizhou.Public.Api.Places.Import.Planning;
using Jizhou.Public.Api.Platform.Caching;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>
/// The SQL of imports: each is one transaction. The places on record are gone through in pages, twice, instead of being held: once to find out what
/// belongs together, once to compare and write.
/// </summary>
public sealed class ImportStore(IDatabase database, IChangeFeed changes, ChangeStore notes, TimeProvider time)
{
    private const int PageSize = 2000;
    private const string NotInFile = "新的数据里没有这个点";
    private const string SampleGone = "示例已换成真实的点";
    private const string NextPage = PlaceRecord.Select + " WHERE id > @after ORDER BY id LIMIT @PageSize";

    /// <summary>Says what the plan would do; nothing is written. Both times through the record see the same moment.</summary>
    public Task CompareAsync(ImportPlan plan, IProgress<ImportProgress>? progress, CancellationToken cancellationToken) =>
        database.ReadAsync(async connection =>
        {
            await connection.ExecuteAsync(database.Dialect == Dialect.Postgres ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN");
            try
            {
                await NoteAsync(connection, null, plan, cancellationToken);
                await CompareAsync(connection, null, plan, (_, _, _) => Task.CompletedTask, progress, cancellationToken);
                foreach (var _ in plan.Additions())
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                return true;
            }
            finally
            {
                await connection.ExecuteAsync("ROLLBACK");
            }
        }, cancellationToken);

    /// <summary>Carries the plan out; <paramref name="confirm"/> is asked before anything is written, and an exception of it changes nothing.</summary>
    public Task ApplyAsync(ImportPlan plan, Action confirm, string file, IProgress<ImportProgress>? progress, CancellationToken cancellationToken) =>
        changes.ChangeAsync(PlaceStore.Topic, async transaction =>
        {
            await notes.EnterAsync(transaction);
            var at = time.GetUtcNow().ToUnixTimeMilliseconds();
            await using var writer = new PlaceWriter(database, transaction, file, at);
            await NoteAsync(transaction.Open(), transaction, plan, cancellationToken);
            confirm();
            await CompareAsync(transaction.Open(), transaction, plan, (before, effect, after) => WriteAsync(writer, before, effect, after, at), progress, cancellationToken);
            await writer.FlushAsync();
            foreach (var place in plan.Additions())
            {
                cancellationToken.ThrowIfCancellationRequested();
                await writer.WriteAsync(PlaceRecord.Of(place), null, "added");
                if (writer.Written % 20_000 == 0)
                {
                    progress?.Report(new("写入", writer.Written));
                }
            }

            await writer.FlushAsync();
            progress?.Report(new("写入", writer.Written));
            return true;
        }, cancellationToken);

    /// <summary>Takes the last import back that was not taken back yet; null when there is none.</summary>
    public Task<UndoneImport?> UndoAsync(CancellationToken cancellationToken) =>
        changes.ChangeAsync(PlaceStore.Topic, async transaction =>
        {
            await notes.EnterAsync(transaction);
            return await UndoImport.RunAsync(database, transaction, time.GetUtcNow().ToUnixTimeMilliseconds(), cancellationToken);
        }, cancellationToken);

    private static async Task NoteAsync(DbConnection connection, DbTransaction? transaction, ImportPlan plan, CancellationToken cancellationToken)
    {
        await foreach (var record in AllAsync(connection, transaction, cancellationToken))
        {
            plan.Note(record.ToPlace(), record.RemovedAt is not null);
        }

        plan.Decide();
    }

    private static async Task CompareAsync(
        DbConnection connection, DbTransaction? transaction, ImportPlan plan, Func<PlaceRecord, PlannedEffect, PlaceRecord, Task> write, IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        var done = 0;
        await foreach (var record in AllAsync(connection, transaction, cancellationToken))
        {
            var (effect, after) = plan.Compare(record.ToPlace());
            if (effect != PlannedEffect.None)
            {
                await write(record, effect, PlaceRecord.Of(after));
            }

            if (++done % 20_000 == 0)
            {
                progress?.Report(new("比较", done));
            }
        }
    }

    private static async IAsyncEnumerable<PlaceRecord> AllAsync(
        DbConnection connection, DbTransaction? transaction, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var after = ""; ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = (await connection.QueryAsync<PlaceRecord>(NextPage, new { after, PageSize }, transaction)).AsList();
            foreach (var record in page)
            {
                yield return record;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            after = page[^1].Id;
        }
    }

    private static Task WriteAsync(PlaceWriter writer, PlaceRecord before, PlannedEffect effect, PlaceRecord after, long at) => effect switch
    {
        PlannedEffect.Removed => writer.WriteAsync(after with { RemovedAt = at, RemovedBecause = NotInFile }, before, "removed"),
        PlannedEffect.Retired => writer.WriteAsync(after with { RemovedAt = at, RemovedBecause = SampleGone }, before, "removed"),
        PlannedEffect.Added => writer.WriteAsync(after, before, "added"),
        _ => writer.WriteAsync(after, before, "changed"),
    };
}
