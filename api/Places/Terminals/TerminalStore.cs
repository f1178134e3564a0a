using Dapper;
using Jizhou.Public.Api.Platform.Caching;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Places.Terminals;

/// <summary>The SQL of terminals' reports.</summary>
public sealed class TerminalStore(IChangeFeed changes)
{
    /// <summary>The topic under which other processes hear of reports: not that of the places, which would all be read again.</summary>
    public const string Topic = "terminals";

    // One statement decides, so that two reports on their way at once cannot leave the older one standing.
    private const string Report = """
        INSERT INTO terminal_status (place, state, fill, reported_at)
        SELECT id, @State, @Fill, @ReportedAt FROM place WHERE id = @Place AND removed_at IS NULL
        ON CONFLICT (place) DO UPDATE SET state = excluded.state, fill = excluded.fill, reported_at = excluded.reported_at
        WHERE excluded.reported_at >= terminal_status.reported_at
        """;

    /// <summary>Records a report durably and renews what the snapshot says of terminals; false when a newer one is on record.</summary>
    public Task<bool> ReportAsync(string place, TerminalStatus status, CancellationToken cancellationToken) =>
        changes.ChangeAsync(
            Topic,
            async transaction => await transaction.Open().ExecuteAsync(Report, ReportRecord.Of(place, status), transaction) == 1,
            cancellationToken);
}
