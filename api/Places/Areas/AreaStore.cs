using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Dapper;
using Jizhou.Public.Api.Platform.Caching;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Places.Areas;

/// <summary>The SQL of areas: each import is one transaction that keeps what it replaced, so that it can be taken back, and notes who did it.</summary>
public sealed class AreaStore(IDatabase database, IChangeFeed changes, AuditLog audit, TimeProvider time)
{
    /// <summary>The topic under which other processes hear of changes.</summary>
    public const string Topic = "areas";

    /// <summary>Everything on record.</summary>
    public Task<IReadOnlyList<AreaFacts>> ReadAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(async connection => Facts(await connection.QueryAsync<AreaRecord>(AreaRecord.Select)), cancellationToken);

    /// <summary>Makes the plan for what is on record inside the transaction and writes it; a plan without changes writes nothing.</summary>
    public Task<AreaReport> ApplyAsync(Func<IReadOnlyList<AreaFacts>, AreaReport> plan, string file, Actor by, CancellationToken cancellationToken) =>
        changes.ChangeAsync(Topic, async transaction =>
        {
            var before = (await transaction.Open().QueryAsync<AreaRecord>(AreaRecord.Select, transaction: transaction)).ToDictionary(record => record.Code, StringComparer.Ordinal);
            var report = plan(Facts(before.Values));
            if (!report.IsEmpty)
            {
                await WriteAsync(transaction, report, before, file, by);
            }

            return report;
        }, cancellationToken);

    /// <summary>Takes the last import back that was not taken back yet: its file and how many areas are as before; null when there is none.</summary>
    public Task<(string File, int Areas)?> UndoAsync(Actor by, CancellationToken cancellationToken) =>
        changes.ChangeAsync(Topic, async transaction =>
        {
            var connection = transaction.Open();
            var last = await connection.QueryFirstOrDefaultAsync<(long Number, string File)?>(
                "SELECT number, file FROM area_import WHERE undone_at IS NULL ORDER BY number DESC LIMIT 1", transaction: transaction);
            if (last is not { } import)
            {
                return ((string File, int Areas)?)null;
            }

            var rows = (await connection.QueryAsync<(string Area, string? Before)>(
                "SELECT area, before FROM area_import_row WHERE import = @Number", new { import.Number }, transaction)).AsList();
            foreach (var (area, before) in rows)
            {
                await (before is null
                    ? connection.ExecuteAsync("DELETE FROM area WHERE code = @area", new { area }, transaction)
                    : connection.ExecuteAsync(AreaRecord.Replace, JsonSerializer.Deserialize<AreaRecord>(before), transaction));
            }

            var at = time.GetUtcNow().ToUnixTimeMilliseconds();
            await connection.ExecuteAsync("UPDATE area_import SET undone_at = @at WHERE number = @Number", new { at, import.Number }, transaction);
            await audit.NoteAsync(transaction, by, AreaAudit.Undone, Subject(import.Number), $"撤回“{import.File}”，{rows.Count} 个村和乡镇恢复到导入之前");
            return (import.File, rows.Count);
        }, cancellationToken);

    private static IReadOnlyList<AreaFacts> Facts(IEnumerable<AreaRecord> records) => [.. records.Select(record => record.ToFacts())];

    private static string Subject(long number) => string.Create(CultureInfo.InvariantCulture, $"area import {number}");

    private async Task WriteAsync(DbTransaction transaction, AreaReport report, Dictionary<string, AreaRecord> records, string file, Actor by)
    {
        var connection = transaction.Open();
        var at = time.GetUtcNow().ToUnixTimeMilliseconds();
        var number = await connection.ExecuteScalarAsync<long>(
            "INSERT INTO area_import (file, at) VALUES (@file, @at) RETURNING number", new { file, at }, transaction);
        foreach (var after in report.Added.Concat(report.Changed.Select(change => change.After)))
        {
            var before = records.TryGetValue(after.Code, out var known) ? JsonSerializer.Serialize(known) : null;
            await connection.ExecuteAsync(AreaRecord.Replace, AreaRecord.Of(after), transaction);
            await connection.ExecuteAsync(
                "INSERT INTO area_import_row (import, area, before) VALUES (@number, @Code, @before)", new { number, after.Code, before }, transaction);
        }

        await audit.NoteAsync(
            transaction, by, AreaAudit.Imported, Subject(number), $"“{file}”：新增 {report.Added.Count}、改动 {report.Changed.Count}、退回 {report.Refused.Count}");
    }
}
