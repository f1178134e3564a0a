using System.Runtime.InteropServices;

namespace Jizhou.Public.Api.Sorting.Search;

/// <summary>
/// Texts in ordinal order, each perhaps from several starting places on, so that "which begin with this?" is a binary search
/// and the answer one unbroken range.
/// </summary>
internal sealed class SortedStarts
{
    private readonly string[] _texts;
    private readonly Start[] _starts;

    private SortedStarts(string[] texts, Start[] starts)
    {
        (_texts, _starts) = (texts, starts);
        Array.Sort(_starts, Compare);
    }

    /// <summary>Every text from its beginning; empty ones are left out.</summary>
    public static SortedStarts OfWholes(string[] texts) =>
        new(texts, [.. Enumerable.Range(0, texts.Length).Where(i => texts[i].Length > 0).Select(i => new Start(i, 0))]);

    /// <summary>Every text from each of its given starting places.</summary>
    public static SortedStarts OfEach(string[] texts, IReadOnlyList<IReadOnlyList<int>> places) =>
        new(texts, [.. texts.SelectMany((_, i) => places[i].Select(place => new Start(i, place)))]);

    /// <summary>The starts at these positions of the order.</summary>
    public ReadOnlySpan<Start> Between(int from, int to) => _starts.AsSpan(from, to - from);

    /// <summary>All starts whose text goes on with the prefix.</summary>
    public ReadOnlySpan<Start> BeginningWith(ReadOnlySpan<char> prefix) => Narrow(prefix, 0, _starts.Length);

    private ReadOnlySpan<Start> Narrow(ReadOnlySpan<char> prefix, int from, int to)
    {
        var first = FirstNotBelow(prefix, from, to, orEqual: false);
        return Between(first, FirstNotBelow(prefix, first, to, orEqual: true));
    }

    // With orEqual, the first start beyond all that begin with the prefix.
    private int FirstNotBelow(ReadOnlySpan<char> prefix, int from, int to, bool orEqual)
    {
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            var text = _texts[_starts[middle].Text].AsSpan(_starts[middle].Place);
            var order = text[..Math.Min(text.Length, prefix.Length)].SequenceCompareTo(prefix);
            if (order < 0 || orEqual && order == 0)
            {
                from = middle + 1;
            }
            else
            {
                to = middle;
            }
        }

        return from;
    }

    private int Compare(Start left, Start right)
    {
        var order = _texts[left.Text].AsSpan(left.Place).SequenceCompareTo(_texts[right.Text].AsSpan(right.Place));
        return order != 0 ? order : (left.Text, left.Place).CompareTo((right.Text, right.Place));
    }

    /// <summary>A text and the place in it from which it is sorted.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Start(int Text, int Place);
}
