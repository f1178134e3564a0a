namespace Jizhou.Public.Api.Bookings.Rounds.Planning;

/// <summary>Orders addresses as a street does: 西街2号 before 西街10号. Runs of ASCII digits compare as numbers, all else by code point; equal only when the texts are.</summary>
public sealed class NaturalOrder : IComparer<string>
{
    /// <summary>The one there is.</summary>
    public static NaturalOrder Instance { get; } = new();

    /// <inheritdoc />
    public int Compare(string? x, string? y)
    {
        var a = (x ?? "").AsSpan();
        var b = (y ?? "").AsSpan();
        while (a.Length > 0 && b.Length > 0)
        {
            var (runA, runB) = (Run(a), Run(b));
            var order = char.IsAsciiDigit(a[0]) && char.IsAsciiDigit(b[0]) ? Numbers(a[..runA], b[..runB]) : a[..runA].CompareTo(b[..runB], StringComparison.Ordinal);
            if (order != 0)
            {
                return order;
            }

            a = a[runA..];
            b = b[runB..];
        }

        return a.Length != b.Length ? a.Length - b.Length : string.CompareOrdinal(x, y);
    }

    // The beginning that is all digits or all not.
    private static int Run(ReadOnlySpan<char> text)
    {
        var (isDigit, end) = (char.IsAsciiDigit(text[0]), 1);
        while (end < text.Length && char.IsAsciiDigit(text[end]) == isDigit)
        {
            end++;
        }

        return end;
    }

    // By length, then digit by digit: a door number of any length fits.
    private static int Numbers(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var left = a.TrimStart('0');
        var right = b.TrimStart('0');
        return left.Length != right.Length ? left.Length - right.Length : left.CompareTo(right, StringComparison.Ordinal);
    }
}
