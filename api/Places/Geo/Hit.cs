namespace Jizhou.Public.Api.Places.Geo;

/// <summary>One found point: how far it is, unrounded, and which one it is. Hits are ordered by metres, then by ordinal.</summary>
/// <param name="Metres">Great-circle metres from the place asked about.</param>
/// <param name="Ordinal">The point's number in the list the index was built from.</param>
public readonly record struct Hit(double Metres, int Ordinal) : IComparable<Hit>
{
    /// <summary>Comes before every point: continuing after it starts from the beginning.</summary>
    public static Hit BeforeAll => new(-1, -1);

    /// <summary>Metres first, then the ordinal, so that points at the same distance keep one order.</summary>
    public int CompareTo(Hit other)
    {
        var byMetres = Metres.CompareTo(other.Metres);
        return byMetres != 0 ? byMetres : Ordinal.CompareTo(other.Ordinal);
    }

    /// <summary>Whether the left one stands earlier.</summary>
    public static bool operator <(Hit left, Hit right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left one stands later.</summary>
    public static bool operator >(Hit left, Hit right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left one stands earlier or is the same.</summary>
    public static bool operator <=(Hit left, Hit right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left one stands later or is the same.</summary>
    public static bool operator >=(Hit left, Hit right) => left.CompareTo(right) >= 0;
}
