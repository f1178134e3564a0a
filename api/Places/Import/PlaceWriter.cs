using System.Data;
using System.Data.Common;
using System.Text.Json;
using Dapper;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>Writes the places of one import with their changes, and keeps what it replaces so that the import can be taken back.</summary>
internal sealed class PlaceWriter(IDatabase database, DbTransaction transaction, AuditLog audit, string title, Actor by, long at) : IAsyncDisposable
{
    private readonly InsertRows _places = new(database, transaction, "place", PlaceColumns.Columns, PlaceColumns.Replacing);
    private readonly InsertRows _changes = new(database, transaction, "place_change", [new("place", DbType.String), new("effect", DbType.String), new("at", DbType.Int64)]);
    private readonly InsertRows _kept = new(
        database, transaction, "place_import_row", [new("import", DbType.Int64), new("place", DbType.String), new("before", DbType.String)]);

    private long? _number;

    /// <summary>How many places were written.</summary>
    public int Written { get; private set; }

    /// <summary>Writes a place as it is from now on.</summary>
    public async Task WriteAsync(PlaceRecord after, PlaceRecord? before, string effect)
    {
        _number ??= await transaction.Open().ExecuteScalarAsync<long>(
            "INSERT INTO place_import (file, at, actor) VALUES (@title, @at, @Name) RETURNING number", new { title, at, by.Name }, transaction);
        Written++;
        await _places.AddAsync(PlaceColumns.Of(after));
        await _changes.AddAsync(after.Id, effect, at);
        await _kept.AddAsync(_number, after.Id, before is null ? null : JsonSerializer.Serialize(before));
    }

    /// <summary>Writes what still waits, how much it was, and who did it; nothing when nothing was written.</summary>
    public async Task FinishAsync(ImportReport report)
    {
        if (_number is not { } number)
        {
            return;
        }

        await _places.FlushAsync();
        await _changes.FlushAsync();
        await _kept.FlushAsync();
        var (added, changed, removed, retired, refused) = (report.Added.Count, report.Changed.Count, report.Removed.Count, report.Retired.Count, report.Refused.Count);
        await transaction.Open().ExecuteAsync(
            "UPDATE place_import SET added = @added, changed = @changed, removed = @removed, retired = @retired, refused = @refused WHERE number = @number",
            new { added, changed, removed, retired, refused, number }, transaction);
        await audit.NoteAsync(transaction, by, report.ByHand ? ImportAudit.Edited : ImportAudit.Imported, $"import {number}",
            $"{title}：新增 {added}，改动 {changed}，撤销 {removed}，撤下示例 {retired}，退回 {refused} 处");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _places.DisposeAsync();
        await _changes.DisposeAsync();
        await _kept.DisposeAsync();
    }
}
