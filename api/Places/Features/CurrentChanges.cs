namespace Jizhou.Public.Api.Places.Features;

/// <summary>The list of changes that requests see, in order; renewed after the places, so that no change is told before its place can be seen.</summary>
public sealed class CurrentChanges(PlaceStore store)
{
    private volatile IReadOnlyList<PlaceChange> _all = [];

    /// <summary>All changes by number.</summary>
    public IReadOnlyList<PlaceChange> All => _all;

    /// <summary>Reads the list again when it has grown.</summary>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        // Counted, not asked for the last number: on PostgreSQL a smaller number may become visible after a greater one.
        if (await store.CountChangesAsync(cancellationToken) != _all.Count)
        {
            _all = await store.ReadChangesAsync(cancellationToken);
        }
    }
}
