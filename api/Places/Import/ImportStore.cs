using System.Data.Common;
using System.Text.Json;
using Dapper;
using Jizhou.Public.Api.Places.Changes;
using Jizhou.Public.Api.Platform.Caching;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>An import that was taken back.</summary>
/// <param name="File">Name of its file.</param>
/// <param name="Places">How many places are as they were before.</param>
public sealed record UndoneImport(string File, int Places);

/// <summary>The SQL of imports: each is one transaction, and keeps what it replaced so that it can be taken back.</summary>
public sealed class ImportStore(IDatabase database, IChangeFeed changes, ChangeStore notes, AuditLog audit, TimeProvider time)
{
    private const string NotInFile = "新的数据里没有这个点";
    private const string SampleGone = "示例已换成真实的点";
    private const string Undone = "导入已撤回";

    /// <summary>Everything on record.</summary>
    public Task<PlacesOnRecord> ReadAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(async connection => OnRecord(await connection.QueryAsync<PlaceRecord>(PlaceRecord.Select)), cancellationToken);

    /// <summary>Makes the plan for what is on record inside the transaction and carries it out; an exception of the plan changes nothing.</summary>
    public Task<ImportReport> ApplyAsync(Func<PlacesOnRecord, ImportReport> plan, string file, Actor by, CancellationToken cancellationToken) =>
        changes.ChangeAsync(PlaceStore.Topic, async transaction =>
        {
            await notes.EnterAsync(transaction);
            var records = (await transaction.Open().QueryAsync<PlaceRecord>(PlaceRecord.Select, transaction: transaction)).ToDictionary(record => record.Id, StringComparer.Ordinal);
            var report = plan(OnRecord(records.Values));
            if (!report.IsEmpty)
            {
                await WriteAsync(transaction, report, records, file, by);
            }

            return report;
        }, cancellationToken);

    /// <summary>Takes the last import back that was not taken back yet; null when there is none, or when it is another than <paramref name="only"/>.</summary>
    public Task<UndoneImport?> UndoAsync(Actor by, long? only, CancellationToken cancellationToken) =>
        changes.ChangeAsync(PlaceStore.Topic, async transaction =>
        {
            await notes.EnterAsync(transaction);
            var connection = transaction.Open();
            var last = await connection.QueryFirstOrDefaultAsync<(long Number, string File)?>(
                "SELECT number, file FROM place_import WHERE undone_at IS NULL ORDER BY number DESC LIMIT 1", transaction: transaction);
            if (last is not { } import || (only is not null && import.Number != only))
            {
                return null;
            }

            var at = time.GetUtcNow().ToUnixTimeMilliseconds();
            var rows = (await connection.QueryAsync<(string Place, string? Before)>(
                "SELECT place, before FROM place_import_row WHERE import = @Number ORDER BY place", new { import.Number }, transaction)).AsList();
            foreach (var (place, before) in rows)
            {
                await RestoreAsync(transaction, place, before, at);
            }

            await connection.ExecuteAsync("UPDATE place_import SET undone_at = @at WHERE number = @Number", new { at, import.Number }, transaction);
            await audit.NoteAsync(transaction, by, ImportAudit.Undone, $"import {import.Number}", $"撤回“{import.File}”，{rows.Count} 个点恢复到导入之前");
            return new UndoneImport(import.File, rows.Count);
        }, cancellationToken);

    /// <summary>Edits one standing place by hand; it can be taken back like an import. False when there is no such place.</summary>
    /// <param name="id">The place.</param>
    /// <param name="edit">What changes.</param>
    /// <param name="title">What was done, in words, for the list and the log.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<bool> EditAsync(string id, Func<Place, Place> edit, string title, Actor by, CancellationToken cancellationToken) =>
        changes.ChangeAsync(PlaceStore.Topic, async transaction =>
        {
            await notes.EnterAsync(transaction);
            var known = await transaction.Open().QuerySingleOrDefaultAsync<PlaceRecord?>(PlaceRecord.Select + " WHERE id = @id AND removed_at IS NULL", new { id }, transaction);
            if (known is null)
            {
                return false;
            }

            var change = new PlannedChange(known.ToPlace(), edit(known.ToPlace()));
            if (PlaceRecord.Of(change.After!) != PlaceRecord.Of(change.Before!))
            {
                var records = new Dictionary<string, PlaceRecord>(StringComparer.Ordinal) { [id] = known };
                await WriteAsync(transaction, new ImportReport { Changed = [change], ByHand = true }, records, title, by);
            }

            return true;
        }, cancellationToken);

    /// <summary>Imports, the newest first.</summary>
    public async Task<IReadOnlyList<PastImport>> ListAsync(long before, int count, CancellationToken cancellationToken) => [.. await database.ReadAsync(
        connection => connection.QueryAsync<PastImport>("""
            SELECT number AS Number, file AS File, at AS At, undone_at AS UndoneAt, actor AS Actor, added AS Added, changed AS Changed, removed AS Removed,
              retired AS Retired, refused AS Refused
            FROM place_import WHERE number < @before ORDER BY number DESC LIMIT @count
            """, new { before, count }), cancellationToken)];

    /// <summary>The import that would be taken back next, or null.</summary>
    public async Task<PastImport?> LastAsync(CancellationToken cancellationToken) => await database.ReadAsync(
        connection => connection.QueryFirstOrDefaultAsync<PastImport?>("""
            SELECT number AS Number, file AS File, at AS At, undone_at AS UndoneAt, actor AS Actor, added AS Added, changed AS Changed, removed AS Removed,
              retired AS Retired, refused AS Refused
            FROM place_import WHERE undone_at IS NULL ORDER BY number DESC LIMIT 1
            """), cancellationToken);

    private static PlacesOnRecord OnRecord(IEnumerable<PlaceRecord> records)
    {
        var all = records.OrderBy(record => record.Id, StringComparer.Ordinal).ToLookup(record => record.RemovedAt is null, record => record.ToPlace());
        return new([.. all[true]], [.. all[false]]);
    }

    private async Task WriteAsync(DbTransaction transaction, ImportReport report, Dictionary<string, PlaceRecord> records, string file, Actor by)
    {
        var at = time.GetUtcNow().ToUnixTimeMilliseconds();
        var number = await transaction.Open().ExecuteScalarAsync<long>(
            """
            INSERT INTO place_import (file, at, actor, added, changed, removed, retired, refused)
            VALUES (@file, @at, @Name, @added, @changed, @removed, @retired, @refused) RETURNING number
            """,
            new
            {
                file, at, by.Name, added = report.Added.Count, changed = report.Changed.Count, removed = report.Removed.Count,
                retired = report.Retired.Count, refused = report.Refused.Count,
            },
            transaction);
        await audit.NoteAsync(transaction, by, report.ByHand ? ImportAudit.Edited : ImportAudit.Imported, $"import {number}",
            $"{file}：新增 {report.Added.Count}，改动 {report.Changed.Count}，撤销 {report.Removed.Count}，撤下示例 {report.Retired.Count}，退回 {report.Refused.Count} 处");
        var writes = report.Added.Select(place => (Record: PlaceRecord.Of(place), Effect: "added"))
            .Concat(report.Changed.Select(change => (Record: PlaceRecord.Of(change.After!), Effect: "changed")))
            .Concat(report.Removed.Select(place => (Record: Gone(place, NotInFile, at), Effect: "removed")))
            .Concat(report.Retired.Select(place => (Record: Gone(place, SampleGone, at), Effect: "removed")));
        foreach (var (record, effect) in writes)
        {
            var before = records.TryGetValue(record.Id, out var known) ? JsonSerializer.Serialize(known) : null;
            await transaction.Open().ExecuteAsync(PlaceRecord.Replace, record, transaction);
            await ChangeStore.NoteAsync(transaction, record.Id, effect, at);
            await transaction.Open().ExecuteAsync(
                "INSERT INTO place_import_row (import, place, before) VALUES (@number, @Id, @before)", new { number, record.Id, before }, transaction);
        }
    }

    private static PlaceRecord Gone(Place place, string reason, long at) => PlaceRecord.Of(place) with { RemovedAt = at, RemovedBecause = reason };

    private static async Task RestoreAsync(DbTransaction transaction, string place, string? before, long at)
    {
        var connection = transaction.Open();
        if (before is null)
        {
            await connection.ExecuteAsync(
                "UPDATE place SET removed_at = @at, removed_because = @Undone WHERE id = @place", new { at, Undone, place }, transaction);
            await ChangeStore.NoteAsync(transaction, place, "removed", at);
            return;
        }

        var record = JsonSerializer.Deserialize<PlaceRecord>(before)!;
        var stands = await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM place WHERE id = @place AND removed_at IS NULL", new { place }, transaction) == 1;
        await connection.ExecuteAsync(PlaceRecord.Replace, record, transaction);
        var effect = stands ? "changed" : "added";
        await ChangeStore.NoteAsync(transaction, place, record.RemovedAt is null ? effect : "removed", at);
    }
}
