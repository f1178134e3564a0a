using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Places.Changes;
using Jizhou.Public.Api.Places.Import;
using Jizhou.Public.Api.Platform.Caching;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Editing;

/// <summary>The SQL of editing one standing place by hand: in the list of changes and in the log, and it can be taken back like an import.</summary>
public sealed class EditStore(IDatabase database, IChangeFeed changes, ChangeStore notes, AuditLog audit, TimeProvider time)
{
    /// <summary>Changes a place. False when there is no such place; nothing is noted when nothing changes.</summary>
    /// <param name="id">The place.</param>
    /// <param name="edit">What changes.</param>
    /// <param name="title">What was done, in words, for the list and the log.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="with">What is written in the same transaction.</param>
    public Task<bool> ChangeAsync(
        string id, Func<Place, Place> edit, string title, Actor by, CancellationToken cancellationToken, Func<DbTransaction, Task>? with = null) =>
        OneAsync(id, async (transaction, known, at) =>
        {
            var (before, after) = (known.ToPlace(), edit(known.ToPlace()));
            await (with?.Invoke(transaction) ?? Task.CompletedTask);
            if (PlaceRecord.Of(after) != PlaceRecord.Of(before))
            {
                var report = new ImportReport { ByHand = true };
                report.Changed.Add(new(before, after));
                await WriteAsync(transaction, known, PlaceRecord.Of(after), "changed", report, title, by, at);
            }
        }, cancellationToken);

    /// <summary>Removes a place: from then on its address answers 410 with the reason and what took over. False when there is no such place.</summary>
    /// <param name="id">The place.</param>
    /// <param name="reason">Why, for everybody to read.</param>
    /// <param name="replacedBy">Id of the standing place that takes over, or null.</param>
    /// <param name="title">What was done, in words, for the list and the log.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<bool> RemoveAsync(string id, string reason, string? replacedBy, string title, Actor by, CancellationToken cancellationToken) =>
        OneAsync(id, async (transaction, known, at) =>
        {
            var report = new ImportReport { ByHand = true };
            report.Removed.Add(known.ToPlace());
            await WriteAsync(transaction, known, known with { RemovedAt = at, RemovedBecause = reason, ReplacedBy = replacedBy }, "removed", report, title, by, at);
        }, cancellationToken);

    private Task<bool> OneAsync(string id, Func<DbTransaction, PlaceRecord, long, Task> act, CancellationToken cancellationToken) =>
        changes.ChangeAsync(PlaceStore.Topic, async transaction =>
        {
            await notes.EnterAsync(transaction);
            var known = await transaction.Open().QuerySingleOrDefaultAsync<PlaceRecord?>(PlaceRecord.Select + " WHERE id = @id AND removed_at IS NULL", new { id }, transaction);
            if (known is not null)
            {
                await act(transaction, known, time.GetUtcNow().ToUnixTimeMilliseconds());
            }

            return known is not null;
        }, cancellationToken);

    private async Task WriteAsync(
        DbTransaction transaction, PlaceRecord before, PlaceRecord after, string effect, ImportReport report, string title, Actor by, long at)
    {
        await using var writer = new PlaceWriter(database, transaction, audit, title, by, at);
        await writer.WriteAsync(after, before, effect);
        await writer.FinishAsync(report);
    }
}
