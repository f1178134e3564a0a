using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Places.Features;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Places.Changes;

/// <summary>The SQL of the list of changes.</summary>
public sealed class ChangeStore(IDatabase database)
{
    private const long LockKey = 0x4A5A_706C_6163_6573; // "JZplaces"

    /// <summary>
    /// Lets one writer of changes in at a time, until its transaction ends: on PostgreSQL a later number could otherwise be
    /// visible before an earlier one, and a reader would miss that for ever. SQLite has one writer anyway.
    /// </summary>
    public Task EnterAsync(DbTransaction transaction) => database.Dialect == Dialect.Postgres
        ? transaction.Open().ExecuteAsync("SELECT pg_advisory_xact_lock(@LockKey)", new { LockKey }, transaction)
        : Task.CompletedTask;

    /// <summary>Notes a change; call <see cref="EnterAsync"/> first.</summary>
    public static Task NoteAsync(DbTransaction transaction, string place, string effect, long at) => transaction.Open().ExecuteAsync(
        "INSERT INTO place_change (place, effect, at) VALUES (@place, @effect, @at)", new { place, effect, at }, transaction);

    /// <summary>At most <paramref name="count"/> changes after a number and from a moment on, the oldest first.</summary>
    public async Task<IReadOnlyList<PlaceChange>> ReadAsync(long after, long from, int count, CancellationToken cancellationToken) => [.. await database.ReadAsync(
        connection => connection.QueryAsync<PlaceChange>(
            "SELECT number AS Number, place AS Place, effect AS Effect, at AS At FROM place_change WHERE number > @after AND at >= @from ORDER BY number LIMIT @count",
            new { after, from, count }),
        cancellationToken)];
}
