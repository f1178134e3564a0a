using System.Collections;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>How many things there are, and the first of them: a report about a million rows needs no more.</summary>
public sealed class Listing<T> : IEnumerable<T>
{
    /// <summary>How many are kept.</summary>
    public const int MostKept = 5000;

    private readonly List<T> _first = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether there are more than can be gone through here.</summary>
    public bool IsCut => Count > _first.Count;

    /// <summary>Adds one.</summary>
    public void Add(T one)
    {
        Count++;
        if (_first.Count < MostKept)
        {
            _first.Add(one);
        }
    }

    /// <summary>The first of them.</summary>
    public IEnumerator<T> GetEnumerator() => _first.GetEnumerator();

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
