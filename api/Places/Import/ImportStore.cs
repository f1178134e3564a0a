using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Places.Changes;
using Jizhou.Public.Api.Places.Import.Planning;
using Jizhou.Public.Api.Places.Photos;
using Jizhou.Public.Api.Platform.Caching;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>
/// The SQL of imports: each is one transaction. The places on record are gone through in pages, twice, instead of being held: once to find out what
/// belongs together, once to compare and write.
/// </summary>
public sealed class ImportStore(IDatabase database, IChangeFeed changes, ChangeStore notes, AuditLog audit, TimeProvider time)
{
    private const int PageSize = 2000;
    private const string NotInFile = "新的数据里没有这个点";
    private const string SampleGone = "示例已换成真实的点";
    private const string PastImports = """
        SELECT number AS Number, file AS File, at AS At, undone_at AS UndoneAt, actor AS Actor, added AS Added, changed AS Changed, removed AS Removed,
          retired AS Retired, refused AS Refused
        FROM place_import
        """;

    private const string NextPage = PlaceRecord.Select + " WHERE id > @after ORDER BY id LIMIT @PageSize";

    /// <summary>Says what the plan would do; nothing is written. Both times through the record see the same moment.</summary>
    public Task CompareAsync(ImportPlan plan, IProgress<ImportProgress>? progress, CancellationToken cancellationToken) =>
        database.ReadAsync(async connection =>
        {
            await connection.ExecuteAsync(database.Dialect == Dialect.Postgres ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN TRANSACTION");
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
                await connection.ExecuteAsync("ROLLBACK TRANSACTION");
            }
        }, cancellationToken);

    /// <summary>
    /// Carries the plan out. Removals of more than a tenth that were not confirmed, and a result that is not the expected one, end in
    /// <see cref="ImportFailedException"/> and change nothing.
    /// </summary>
    public Task ApplyAsync(ImportPlan plan, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken cancellationToken) =>
        changes.ChangeAsync(PlaceStore.Topic, async transaction =>
        {
            await notes.EnterAsync(transaction);
            var at = time.GetUtcNow().ToUnixTimeMilliseconds();
            await using var writer = new PlaceWriter(database, transaction, audit, options.FileName, options.By, at);
            await NoteAsync(transaction.Open(), transaction, plan, cancellationToken);
            Confirm(plan.Report, options);
            await CompareAsync(transaction.Open(), transaction, plan, (before, effect, after) => WriteAsync(writer, before, effect, after, at), progress, cancellationToken);
            await AddAsync(plan, writer, progress, cancellationToken);
            if (options.Expected is { } expected && expected != plan.Report.Fingerprint())
            {
                throw new PlanChangedException(); // nothing of it stays: the transaction is rolled back
            }

            await writer.FinishAsync(plan.Report);
            progress?.Report(new("写入", writer.Written));
            return true;
        }, cancellationToken);

    /// <summary>Takes the last import back that was not taken back yet; null when there is none, or when it is another than <paramref name="only"/>.</summary>
    public Task<UndoneImport?> UndoAsync(Actor by, long? only, CancellationToken cancellationToken) =>
        changes.ChangeAsync(PlaceStore.Topic, async transaction =>
        {
            await notes.EnterAsync(transaction);
            var undone = await UndoImport.RunAsync(database, transaction, only, time.GetUtcNow().ToUnixTimeMilliseconds(), cancellationToken);
            if (undone is not null)
            {
                await PlacePhotoStore.ForgetLostAsync(transaction);
                await audit.NoteAsync(transaction, by, ImportAudit.Undone, $"import {undone.Number}", $"撤回“{undone.File}”，{undone.Places} 个点恢复到导入之前");
            }

            return undone;
        }, cancellationToken);

    /// <summary>Imports, the newest first.</summary>
    public async Task<IReadOnlyList<PastImport>> ListAsync(long before, int count, CancellationToken cancellationToken) => [.. await database.ReadAsync(
        connection => connection.QueryAsync<PastImport>(PastImports + " WHERE number < @before ORDER BY number DESC LIMIT @count", new { before, count }), cancellationToken)];

    /// <summary>The import that would be taken back next, or null.</summary>
    public async Task<PastImport?> LastAsync(CancellationToken cancellationToken) => await database.ReadAsync(
        connection => connection.QueryFirstOrDefaultAsync<PastImport?>(PastImports + " WHERE undone_at IS NULL ORDER BY number DESC LIMIT 1"), cancellationToken);

    private static void Confirm(ImportReport report, ImportOptions options)
    {
        if (report.NeedsConfirmation && options.ConfirmedRemovals != report.ToRemove)
        {
            throw new ImportFailedException(
                $"这次会撤掉 {report.ToRemove} 个点，超过范围内 {report.InScope} 个的十分之一，什么也没有改。文件真的是全部吗？确实要撤，就确认这个数（--confirm-removals {report.ToRemove}）。");
        }
    }

    private static async Task AddAsync(ImportPlan plan, PlaceWriter writer, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        foreach (var place in plan.Additions())
        {
            cancellationToken.ThrowIfCancellationRequested();
            await writer.WriteAsync(PlaceRecord.Of(place), null, "added");
            if (writer.Written % 20_000 == 0)
            {
                progress?.Report(new("写入", writer.Written));
            }
        }
    }

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
