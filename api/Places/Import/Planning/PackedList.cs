using System.Collections;

namespace Jizhou.Public.Api.Places.Import.Planning;

/// <summary>A growing list of small values in pieces: nothing is copied when it grows, so that no twice as large array lies about beside it.</summary>
internal sealed class PackedList<T> : IReadOnlyList<T>
    where T : struct
{
    private const int PieceBits = 13;
    private const int PieceSize = 1 << PieceBits;

    private readonly List<T[]> _pieces = [];

    /// <inheritdoc />
    public int Count { get; private set; }

    /// <summary>The value with a number from 0.</summary>
    public T this[int index]
    {
        get => _pieces[index >> PieceBits][index & (PieceSize - 1)];
        set => _pieces[index >> PieceBits][index & (PieceSize - 1)] = value;
    }

    /// <summary>Adds a value at the end.</summary>
    public void Add(T value)
    {
        if (Count == _pieces.Count << PieceBits)
        {
            _pieces.Add(new T[PieceSize]);
        }

        this[Count++] = value;
    }

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
