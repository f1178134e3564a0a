using System.Runtime.InteropServices;

namespace Jizhou.Public.Api.Sorting.Search;

/// <summary>
/// What one search has found so far: the best reason of each item, and room to count shared characters. Kept a thread and
/// reused; a generation number stands in for clearing, so that a search costs only what it touches.
/// </summary>
internal sealed class Finds(int items, int names)
{
    private readonly int[] _itemGeneration = new int[items];
    private readonly Find[] _best = new Find[items];
    private readonly int[] _items = new int[items];
    private readonly int[] _nameGeneration = new int[names];
    private readonly int[] _shared = new int[names];
    private readonly int[] _names = new int[names];
    private int _generation;
    private int _itemCount;
    private int _nameCount;

    /// <summary>Number of items found.</summary>
    public int Count => _itemCount;

    /// <summary>Names that share a character with the query, in the order met.</summary>
    public ReadOnlySpan<int> Touched => _names.AsSpan(0, _nameCount);

    /// <summary>Was it made for an index of this size?</summary>
    public bool Fits(int itemCount, int nameCount) => _best.Length == itemCount && _shared.Length == nameCount;

    /// <summary>Forgets the last search.</summary>
    public void Begin()
    {
        if (_generation == int.MaxValue)
        {
            Array.Clear(_itemGeneration);
            Array.Clear(_nameGeneration);
            _generation = 0;
        }

        _generation++;
        (_itemCount, _nameCount) = (0, 0);
    }

    /// <summary>Notes a reason for an item; only the lowest rank of an item is kept.</summary>
    public void Add(int item, int name, MatchKind match, uint rank)
    {
        if (_itemGeneration[item] != _generation)
        {
            _itemGeneration[item] = _generation;
            _items[_itemCount++] = item;
        }
        else if (_best[item].Rank <= rank)
        {
            return;
        }

        _best[item] = new Find(rank, name, match);
    }

    /// <summary>Notes that a name shares one more character with the query.</summary>
    public void Share(int name)
    {
        if (_nameGeneration[name] != _generation)
        {
            _nameGeneration[name] = _generation;
            _shared[name] = 0;
            _names[_nameCount++] = name;
        }

        _shared[name]++;
    }

    /// <summary>Forgets the shared characters counted so far, but not the finds.</summary>
    public void ForgetShared()
    {
        foreach (var name in Touched)
        {
            _nameGeneration[name] = 0;
        }

        _nameCount = 0;
    }

    /// <summary>Number of the query's different characters that a touched name holds.</summary>
    public int SharedBy(int name) => _shared[name];

    /// <summary>Writes the best, best first (rank, then the item's position), and gives their number.</summary>
    public int Best(Span<SearchHit> hits)
    {
        var kept = 0;
        for (var i = 0; i < _itemCount; i++)
        {
            var item = _items[i];
            if (kept == hits.Length && (kept == 0 || !Before(item, hits[kept - 1].Item)))
            {
                continue;
            }

            var place = kept < hits.Length ? kept++ : kept - 1;
            for (; place > 0 && Before(item, hits[place - 1].Item); place--)
            {
                hits[place] = hits[place - 1];
            }

            hits[place] = new SearchHit(item, _best[item].Match, _best[item].Name);
        }

        return kept;
    }

    private bool Before(int left, int right) => _best[left].Rank != _best[right].Rank ? _best[left].Rank < _best[right].Rank : left < right;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Find(uint Rank, int Name, MatchKind Match);
}
