using Jizhou.Public.Api.Places.Clusters;
using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Api.Places.Hours;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Places;

/// <summary>
/// All places at one moment of the data, immutable: places ordered by id, with the orders in which they are looked through. A
/// request takes the snapshot once and never sees half of another.
/// </summary>
public sealed class PlaceSnapshot
{
    private readonly PlaceEntry[] _places;
    private readonly PlaceIndexes _indexes;
    private readonly Dictionary<string, RemovedPlace> _removed;
    private readonly ulong _hashOfRest;
    private readonly Lazy<int[]> _byName;
    private volatile PlaceCounts? _counts;

    private PlaceSnapshot(
        PlaceEntry[] places, PlaceIndexes indexes, Dictionary<string, RemovedPlace> removed, ulong hashOfRest, Lazy<int[]> byName, PlaceWords words)
    {
        (_places, _indexes, _removed, _hashOfRest, _byName, Words) = (places, indexes, removed, hashOfRest, byName, words);
        HasSamples = Array.Exists(places, entry => entry.Place.Sample);
        var hash = default(ContentHash);
        hash.Add(hashOfRest);
        foreach (var entry in places)
        {
            hash.Add(entry.Hash);
        }

        Hash = hash.Value;
    }

    /// <summary>What the codes mean.</summary>
    public PlaceWords Words { get; }

    /// <summary>Standing places by id, ordinal order; a place's number in this list is its ordinal in the index.</summary>
    public IReadOnlyList<PlaceEntry> Places => _places;

    /// <summary>The same places by name, then id, both ordinal.</summary>
    public IEnumerable<PlaceEntry> ByName => _byName.Value.Select(ordinal => _places[ordinal]);

    /// <summary>Removed places.</summary>
    public IReadOnlyCollection<RemovedPlace> Removed => _removed.Values;

    /// <summary>How many places there are of each material and kind.</summary>
    public PlaceCounts Counts => _counts ??= PlaceCounts.Of(_places);

    /// <summary>Whether any place is invented for demonstration.</summary>
    public bool HasSamples { get; }

    /// <summary>Hash of the content: equal for equal data in every process, different for any change.</summary>
    public ulong Hash { get; }

    /// <summary>The same as text for an ETag.</summary>
    public string Version => Hash.ToString("x16");

    /// <summary>Builds a snapshot, on all cores; ids are unique.</summary>
    public static PlaceSnapshot Build(IReadOnlyList<PlaceRow> rows, IReadOnlyList<RemovedPlace> removed, PlaceWords words)
    {
        var hours = new HoursOnce();
        var places = new PlaceEntry[rows.Count];
        Parallel.For(0, rows.Count, i => places[i] = new PlaceEntry(rows[i], hours.Of(rows[i].Place), words));
        SortById(places);
        var byName = new Lazy<int[]>(() => NamesInOrder(places));
        return new PlaceSnapshot(places, new PlaceIndexes(places, words), removed.ToDictionary(place => place.Id), HashOf(removed, words), byName, words);
    }

    /// <summary>The same places with what terminals say now; nothing that does not depend on it is made again.</summary>
    /// <param name="reports">The last report of each terminal that ever sent one, by the id of its place.</param>
    public PlaceSnapshot WithReports(IReadOnlyDictionary<string, TerminalStatus> reports)
    {
        var places = (PlaceEntry[])_places.Clone();
        foreach (var (id, status) in reports)
        {
            var ordinal = LastOrdinalUpTo(id);
            if (ordinal >= 0 && places[ordinal] is var entry && entry.Place.Id == id && !status.IsSameAs(entry.Status))
            {
                places[ordinal] = entry.With(status);
            }
        }

        return new PlaceSnapshot(places, _indexes, _removed, _hashOfRest, _byName, Words);
    }

    /// <summary>The standing place with an id, or null.</summary>
    public PlaceEntry? Find(string id) => LastOrdinalUpTo(id) is >= 0 and var ordinal && _places[ordinal].Place.Id == id ? _places[ordinal] : null;

    /// <summary>The removed place with an id, or null.</summary>
    public RemovedPlace? FindRemoved(string id) => _removed.GetValueOrDefault(id);

    /// <summary>The smallest index that holds every place a filter may let pass.</summary>
    public PointIndex IndexFor(PlaceFilter filter) => _indexes.For(filter);

    /// <summary>Ordinals of the places in a box of degrees, edges included, in ascending order.</summary>
    public IList<int> Inside(double west, double south, double east, double north) => _indexes.Inside(west, south, east, north);

    /// <summary>Where the places lie on a map's grid.</summary>
    public MapCells Cells => _indexes.Cells;

    /// <summary>The last ordinal whose id is not greater than this one (-1 for none): where a cursor continues, whether or not its place still stands.</summary>
    public int LastOrdinalUpTo(string id)
    {
        var (low, high) = (0, _places.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (string.CompareOrdinal(_places[middle].Place.Id, id) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }

    private static void SortById(PlaceEntry[] places)
    {
        for (var i = 1; i < places.Length; i++)
        {
            if (ById(places[i - 1], places[i]) > 0)
            {
                Array.Sort(places, ById);
                return;
            }
        }

        static int ById(PlaceEntry a, PlaceEntry b) => string.CompareOrdinal(a.Place.Id, b.Place.Id);
    }

    private static int[] NamesInOrder(PlaceEntry[] places)
    {
        var order = new int[places.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (a, b) => string.CompareOrdinal(places[a].Place.Name, places[b].Place.Name) is not 0 and var byName ? byName : a.CompareTo(b));
        return order;
    }

    /// <summary>The hash of everything but the standing places.</summary>
    private static ulong HashOf(IReadOnlyList<RemovedPlace> removed, PlaceWords words)
    {
        var hash = default(ContentHash);
        hash.Add(typeof(PlaceSnapshot).Module.ModuleVersionId.ToByteArray()); // another program may write other JSON
        foreach (var gone in removed.OrderBy(gone => gone.Id, StringComparer.Ordinal))
        {
            hash.Add(gone.ToString());
        }

        hash.Add(words.Hash);
        return hash.Value;
    }
}
