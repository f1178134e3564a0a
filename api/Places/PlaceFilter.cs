using Jizhou.Public.Api.Places.Geo;

namespace Jizhou.Public.Api.Places;

/// <summary>Which places an answer may hold. A struct, so that the search is compiled for it.</summary>
/// <param name="snapshot">The places.</param>
/// <param name="materials">Bits of the wanted materials; 0 for any place.</param>
/// <param name="all">Whether a place must take all of them, or one is enough.</param>
/// <param name="kinds">Bits of the wanted kinds; 0 for any.</param>
/// <param name="openAt">Only places open at this moment; null for all.</param>
public readonly struct PlaceFilter(PlaceSnapshot snapshot, ulong materials, bool all, ulong kinds, DateTimeOffset? openAt) : IPointFilter
{
    /// <inheritdoc />
    public bool Accepts(int ordinal) => Accepts(snapshot.Places[ordinal]);

    /// <summary>Whether the place may be shown.</summary>
    public bool Accepts(PlaceEntry entry)
    {
        var taken = entry.Materials & materials;
        return (all ? taken == materials : taken != 0 || materials == 0)
            && (kinds == 0 || (entry.Kind & kinds) != 0)
            && (openAt is not { } now || entry.Now(now).IsOpen);
    }

    /// <summary>Whether every place that passes takes the material with this bit.</summary>
    public bool Needs(int bit) => (materials >> bit & 1) == 1 && (all || materials == 1UL << bit);
}
