namespace Jizhou.Public.Api.Sorting.Search;

/// <summary>How many single-character slips lie between two short texts.</summary>
public static class EditDistance
{
    /// <summary>Longest text it compares; the rows lie on the stack.</summary>
    public const int LongestText = 48;

    private const int ShortestForTwoSlips = 5;

    /// <summary>How many slips a text of this length may hold and still be taken for the same word.</summary>
    public static int Allowed(int length) => length >= ShortestForTwoSlips ? 2 : 1;

    /// <summary>
    /// Insertions, omissions, replacements and swapped neighbours between two texts (optimal string alignment);
    /// anything above <paramref name="limit"/> is answered as limit + 1, as soon as it is certain.
    /// </summary>
    public static int Within(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit || left.Length > LongestText || right.Length > LongestText)
        {
            return limit + 1;
        }

        Span<int> before = stackalloc int[right.Length + 1];
        Span<int> above = stackalloc int[right.Length + 1];
        Span<int> row = stackalloc int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
        {
            above[column] = column;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    best = Math.Min(best, before[j - 2] + 1);
                }

                row[j] = best;
                least = Math.Min(least, best);
            }

            if (least > limit)
            {
                return limit + 1;
            }

            var spare = before;
            before = above;
            above = row;
            row = spare;
        }

        return Math.Min(above[right.Length], limit + 1);
    }
}
