using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Places.Changes;
using Jizhou.Public.Api.Places.Features;
using Jizhou.Public.Api.Platform.Caching;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places;

/// <summary>The SQL of places: everything for a snapshot in one read, and the writes that keep the list of changes true.</summary>
public sealed class PlaceStore(IDatabase database, IChangeFeed changes, ChangeStore notes)
{
    /// <summary>The topic under which other processes hear of changes.</summary>
    public const string Topic = "places";

    private const string InsertNew = PlaceRecord.Insert + " ON CONFLICT (id) DO NOTHING";

    /// <summary>All standing and removed places as one moment of the database shows them.</summary>
    public Task<(IReadOnlyList<PlaceRow> Standing, IReadOnlyList<RemovedPlace> Removed)> ReadAllAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => ReadAllAsync(connection, cancellationToken), cancellationToken);

    /// <summary>The last report of every terminal, by the id of its place.</summary>
    public Task<IReadOnlyDictionary<string, TerminalStatus>> ReadReportsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(ReportsAsync, cancellationToken);

    /// <summary>How many changes were ever noted.</summary>
    public Task<long> CountChangesAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM place_change"), cancellationToken);

    /// <summary>All changes in order.</summary>
    public Task<IReadOnlyList<PlaceChange>> ReadChangesAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(async connection => (IReadOnlyList<PlaceChange>)[.. await connection.QueryAsync<PlaceChange>(
            "SELECT number AS Number, place AS Place, effect AS Effect, at AS At FROM place_change ORDER BY number")], cancellationToken);

    /// <summary>Whether no place was ever recorded.</summary>
    public Task<bool> IsNewAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(async connection => !await connection.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM place)"), cancellationToken);

    /// <summary>Writes the sample places in one transaction; a place that is already there is left alone. Answers how many were new.</summary>
    public Task<int> AddSamplesAsync(IReadOnlyList<SamplePlace> samples, DateTimeOffset now, CancellationToken cancellationToken) =>
        changes.ChangeAsync(Topic, async transaction =>
        {
            await notes.EnterAsync(transaction);
            var added = 0;
            foreach (var sample in samples)
            {
                if (await AddAsync(transaction, sample, now))
                {
                    added++;
                }
            }

            return added;
        }, cancellationToken);

    /// <summary>
    /// Writes places whose source is the content and not an import, in one transaction: those that are not there, and those that say something else.
    /// A removed one stays removed, and a photo stays. Answers how many were written.
    /// </summary>
    public Task<int> KeepAsync(IReadOnlyList<Place> places, DateTimeOffset now, CancellationToken cancellationToken) =>
        changes.ChangeAsync(Topic, async transaction =>
        {
            await notes.EnterAsync(transaction);
            var written = 0;
            foreach (var place in places)
            {
                if (await KeepAsync(transaction, PlaceRecord.Of(place), now.ToUnixTimeMilliseconds()))
                {
                    written++;
                }
            }

            return written;
        }, cancellationToken);

    private async Task<(IReadOnlyList<PlaceRow> Standing, IReadOnlyList<RemovedPlace> Removed)> ReadAllAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var reports = await ReportsAsync(connection);
        await using var rows = await connection.ExecuteReaderAsync(PlaceReader.Select(database.Dialect));
        var reader = new PlaceReader(rows);
        List<PlaceRow> standing = [];
        List<RemovedPlace> removed = [];
        while (await rows.ReadAsync(cancellationToken))
        {
            if (reader.IsRemoved)
            {
                removed.Add(reader.Removed());
            }
            else
            {
                var place = reader.Place();
                standing.Add(new PlaceRow(place, reports.GetValueOrDefault(place.Id)));
            }
        }

        return (standing, removed);
    }

    private static async Task<bool> KeepAsync(DbTransaction transaction, PlaceRecord wanted, long at)
    {
        var connection = transaction.Open();
        var known = await connection.QuerySingleOrDefaultAsync<PlaceRecord?>(PlaceRecord.Select + " WHERE id = @Id", new { wanted.Id }, transaction);
        wanted = wanted with { Photo = known?.Photo };
        if (known?.RemovedAt is not null || known == wanted)
        {
            return false;
        }

        await connection.ExecuteAsync(PlaceRecord.Replace, wanted, transaction);
        await ChangeStore.NoteAsync(transaction, wanted.Id, known is null ? "added" : "changed", at);
        return true;
    }

    private static async Task<IReadOnlyDictionary<string, TerminalStatus>> ReportsAsync(DbConnection connection) =>
        (await connection.QueryAsync<ReportRecord>("SELECT place, state, fill, reported_at AS ReportedAt FROM terminal_status"))
            .ToDictionary(report => report.Place, report => report.ToStatus());

    private static async Task<bool> AddAsync(DbTransaction transaction, SamplePlace sample, DateTimeOffset now)
    {
        var at = now.ToUnixTimeMilliseconds();
        var record = PlaceRecord.Of(sample.Place) with
        {
            RemovedAt = sample.RemovedBecause is null ? null : at,
            RemovedBecause = sample.RemovedBecause,
            ReplacedBy = sample.ReplacedBy,
        };
        var connection = transaction.Open();
        if (await connection.ExecuteAsync(InsertNew, record, transaction) == 0)
        {
            return false;
        }

        await ChangeStore.NoteAsync(transaction, record.Id, "added", at);
        if (record.RemovedAt is not null)
        {
            await ChangeStore.NoteAsync(transaction, record.Id, "removed", at);
        }

        if (sample.Status is { } status)
        {
            await connection.ExecuteAsync(
                "INSERT INTO terminal_status (place, state, fill, reported_at) VALUES (@Place, @State, @Fill, @ReportedAt)",
                ReportRecord.Of(record.Id, new TerminalStatus(status.State, status.Fill, now.AddMinutes(-status.MinutesBefore))),
                transaction);
        }

        return true;
    }
}
