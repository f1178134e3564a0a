using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Api.Places.Hours;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places;

/// <summary>
/// All places at one moment of the data, immutable: places ordered by id, one point index over all and one for each material.
/// A request takes the snapshot once and never sees half of another.
/// </summary>
public sealed class PlaceSnapshot
{
    private readonly Dictionary<string, int> _ordinals;
    private readonly Dictionary<string, RemovedPlace> _removed;
    private readonly PointIndex _all;
    private readonly PointIndex[] _byMaterial;

    private PlaceSnapshot(IReadOnlyList<PlaceRow> rows, IReadOnlyList<RemovedPlace> removed, PlaceWords words)
    {
        Words = words;
        var hours = new Dictionary<string, OpeningHours>();
        Places = [.. rows.OrderBy(row => row.Place.Id, StringComparer.Ordinal).Select(row => new PlaceEntry(row, Hours(hours, row.Place).OnlyOn(new EventDays(row.Place.Dates, row.Place.Lunar)), words))];
        _ordinals = Places.Select((entry, i) => (entry.Place.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
        _removed = removed.ToDictionary(place => place.Id);
        ByName = [.. Places.OrderBy(entry => entry.Place.Name, StringComparer.Ordinal)]; // stable: equal names stay in the order of ids
        HasSamples = Places.Any(entry => entry.Place.Sample);
        var points = Places.Select(entry => entry.Position ?? default).ToArray();
        var located = Enumerable.Range(0, points.Length).Where(i => Places[i].Position is not null).ToArray();
        _all = PointIndex.Build(points, located);
        _byMaterial = [.. words.Vocabulary.Materials.Select((_, bit) => PointIndex.Build(points, [.. located.Where(i => (Places[i].Materials >> bit & 1) == 1)]))];
        Hash = HashOf(this).Value;
    }

    /// <summary>What the codes mean.</summary>
    public PlaceWords Words { get; }

    /// <summary>Standing places by id, ordinal order; a place's number in this list is its ordinal in the index.</summary>
    public IReadOnlyList<PlaceEntry> Places { get; }

    /// <summary>The same places by name, then id, both ordinal.</summary>
    public IReadOnlyList<PlaceEntry> ByName { get; }

    /// <summary>Removed places.</summary>
    public IReadOnlyCollection<RemovedPlace> Removed => _removed.Values;

    /// <summary>Whether any place is invented for demonstration.</summary>
    public bool HasSamples { get; }

    /// <summary>Hash of the content: equal for equal data in every process, different for any change.</summary>
    public ulong Hash { get; }

    /// <summary>The same as text for an ETag.</summary>
    public string Version => Hash.ToString("x16");

    /// <summary>Builds a snapshot; ids are unique.</summary>
    public static PlaceSnapshot Build(IReadOnlyList<PlaceRow> rows, IReadOnlyList<RemovedPlace> removed, PlaceWords words) => new(rows, removed, words);

    /// <summary>The standing place with an id, or null.</summary>
    public PlaceEntry? Find(string id) => _ordinals.TryGetValue(id, out var ordinal) ? Places[ordinal] : null;

    /// <summary>The removed place with an id, or null.</summary>
    public RemovedPlace? FindRemoved(string id) => _removed.GetValueOrDefault(id);

    /// <summary>The smallest index that holds every place a filter may let pass.</summary>
    public PointIndex IndexFor(PlaceFilter filter)
    {
        var smallest = _all;
        for (var bit = 0; bit < _byMaterial.Length; bit++)
        {
            if (filter.Needs(bit) && _byMaterial[bit].Count < smallest.Count)
            {
                smallest = _byMaterial[bit];
            }
        }

        return smallest;
    }

    /// <summary>The last ordinal whose id is not greater than this one (-1 for none): where a cursor continues, whether or not its place still stands.</summary>
    public int LastOrdinalUpTo(string id)
    {
        var (low, high) = (0, Places.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (string.CompareOrdinal(Places[middle].Place.Id, id) <= 0)
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

    private static OpeningHours Hours(Dictionary<string, OpeningHours> known, Place place)
    {
        var text = place.Hours ?? "";
        if (!known.TryGetValue(text, out var hours))
        {
            known[text] = hours = OpeningHours.Parse(text);
        }

        return hours;
    }

    private static ContentHash HashOf(PlaceSnapshot snapshot)
    {
        var hash = default(ContentHash);
        hash.Add(typeof(PlaceSnapshot).Module.ModuleVersionId.ToByteArray()); // another program may write other JSON
        foreach (var entry in snapshot.Places)
        {
            hash.Add(entry.Hash);
        }

        foreach (var gone in snapshot._removed.Values.OrderBy(gone => gone.Id, StringComparer.Ordinal))
        {
            hash.Add(gone.ToString());
        }

        foreach (var name in snapshot.Words.Vocabulary.Kinds.Select(kind => kind.Name)
            .Concat(snapshot.Words.Vocabulary.Materials.Select(material => $"{material.Code} {material.Name} {string.Join(' ', material.Aliases)}"))
            .Concat(snapshot.Words.Geo.Townships.Select(township => township.Name))
            .Concat(snapshot.Words.Geo.Villages.Select(village => village.Name)))
        {
            hash.Add(name);
        }

        return hash;
    }
}
