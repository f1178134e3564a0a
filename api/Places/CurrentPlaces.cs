namespace Jizhou.Public.Api.Places;

/// <summary>The snapshot that requests see: one field, swapped whole.</summary>
public sealed class CurrentPlaces(PlaceWords words)
{
    private volatile PlaceSnapshot _snapshot = PlaceSnapshot.Build([], [], words);

    /// <summary>The places now. Take it once a request.</summary>
    public PlaceSnapshot Snapshot => _snapshot;

    /// <summary>Makes another snapshot the current one.</summary>
    public void Replace(IReadOnlyList<PlaceRow> standing, IReadOnlyList<RemovedPlace> removed) =>
        _snapshot = PlaceSnapshot.Build(standing, removed, words);

    /// <summary>Takes up what terminals say now; the places stay as they are.</summary>
    public void Report(IReadOnlyDictionary<string, TerminalStatus> reports) => _snapshot = _snapshot.WithReports(reports);
}
