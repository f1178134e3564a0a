using System.Data;
using System.Data.Common;
using System.Text.Json;
using Dapper;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>Writes the places of one import with their changes, and keeps what it replaces so that the import can be taken back.</summary>
internal sealed class PlaceWriter(IDatabase database, DbTransaction transaction, string file, long at) : IAsyncDisposable
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
        _number ??= await transaction.Open().ExecuteScalarAsync<long>("INSERT INTO place_import (file, at) VALUES (@file, @at) RETURNING number", new { file, at }, transaction);
        Written++;
        await _places.AddAsync(PlaceColumns.Of(after));
        await _changes.AddAsync(after.Id, effect, at);
        await _kept.AddAsync(_number, after.Id, before is null ? null : JsonSerializer.Serialize(before));
    }

    /// <summary>Writes what still waits.</summary>
    public async Task FlushAsync()
    {
        await _places.FlushAsync();
        await _changes.FlushAsync();
        await _kept.FlushAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _places.DisposeAsync();
        await _changes.DisposeAsync();
        await _kept.DisposeAsync();
    }
}
