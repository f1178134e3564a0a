using System.Data;
using System.Data.Common;
using System.Text.Json;
using Dapper;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>An import that was taken back.</summary>
/// <param name="Number">Its number.</param>
/// <param name="File">Name of its file.</param>
/// <param name="Places">How many places are as they were before.</param>
public sealed record UndoneImport(long Number, string File, int Places);

/// <summary>Takes the last import back: places that were new are removed (their ids stay taken), all others are again what they were.</summary>
internal static class UndoImport
{
    private const int PageSize = 1000;
    private const string Undone = "导入已撤回";

    private const string NextPage = """
        SELECT r.place AS Place, r.before AS Before, p.removed_at AS RemovedAt FROM place_import_row r JOIN place p ON p.id = r.place
        WHERE r.import = @number AND r.before IS NOT NULL AND r.place > @after ORDER BY r.place LIMIT @PageSize
        """;

    /// <summary>Does it inside a transaction; null when there is nothing to take back, or when it is another import than <paramref name="only"/>.</summary>
    public static async Task<UndoneImport?> RunAsync(IDatabase database, DbTransaction transaction, long? only, long at, CancellationToken cancellationToken)
    {
        var connection = transaction.Open();
        var last = await connection.QueryFirstOrDefaultAsync<(long Number, string File)?>(
            "SELECT number, file FROM place_import WHERE undone_at IS NULL ORDER BY number DESC LIMIT 1", transaction: transaction);
        if (last is not { } import || (only is not null && import.Number != only))
        {
            return null;
        }

        var removed = await RemoveAsync(transaction, import.Number, at);
        var restored = await RestoreAsync(database, transaction, import.Number, at, cancellationToken);
        await connection.ExecuteAsync("UPDATE place_import SET undone_at = @at WHERE number = @Number", new { at, import.Number }, transaction);
        return new(import.Number, import.File, removed + restored);
    }

    private static async Task<int> RemoveAsync(DbTransaction transaction, long number, long at)
    {
        const string Fresh = "SELECT place FROM place_import_row WHERE import = @number AND before IS NULL";
        await transaction.Open().ExecuteAsync(
            $"INSERT INTO place_change (place, effect, at) SELECT id, 'removed', @at FROM place WHERE removed_at IS NULL AND id IN ({Fresh}) ORDER BY id", new { number, at }, transaction);
        return await transaction.Open().ExecuteAsync(
            $"UPDATE place SET removed_at = @at, removed_because = @Undone WHERE removed_at IS NULL AND id IN ({Fresh})", new { number, at, Undone }, transaction);
    }

    private static async Task<int> RestoreAsync(IDatabase database, DbTransaction transaction, long number, long at, CancellationToken cancellationToken)
    {
        await using var places = new InsertRows(database, transaction, "place", PlaceColumns.Columns, PlaceColumns.Replacing);
        await using var changes = new InsertRows(
            database, transaction, "place_change", [new("place", DbType.String), new("effect", DbType.String), new("at", DbType.Int64)]);
        var restored = 0;
        for (var (after, more) = ("", true); more;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = (await transaction.Open().QueryAsync<(string Place, string Before, long? RemovedAt)>(NextPage, new { number, after, PageSize }, transaction)).AsList();
            foreach (var (_, before, removedAt) in page)
            {
                var record = JsonSerializer.Deserialize<PlaceRecord>(before)!;
                await places.AddAsync(PlaceColumns.Of(record));
                await changes.AddAsync(record.Id, record.RemovedAt is not null ? "removed" : removedAt is null ? "changed" : "added", at);
            }

            await places.FlushAsync();
            await changes.FlushAsync();
            restored += page.Count;
            more = page.Count == PageSize;
            after = more ? page[^1].Place : after;
        }

        return restored;
    }
}
