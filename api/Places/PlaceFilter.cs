using System.Numerics;
using Jizhou.Public.Api.Places.Geo;

namespace Jizhou.Public.Api.Places;

/// <summary>Which places an answer may hold. A struct, so that the search is compiled for it.</summary>
/// <param name="snapshot">The places.</param>
/// <param name="materials">Bits of the wanted materials; 0 for any place.</param>
/// <param name="all">Whether a place must take all of them, or one is enough.</param>
/// <param name="kinds">Bits of the wanted kinds; 0 for any.</param>
/// <param name="openAt">Only places open at this moment; null for all.</param>
/// <param name="townships">Bits of the wanted townships; 0 for any.</param>
public readonly struct PlaceFilter(
    PlaceSnapshot snapshot, ulong materials, bool all, ulong kinds, DateTimeOffset? openAt, ulong townships = 0) : IPointFilter
{
    /// <summary>Bits of the materials that every place which passes takes.</summary>
    public ulong NeededMaterials => all || BitOperations.IsPow2(materials) ? materials : 0;

    /// <summary>The bit of the one kind that every place which passes is of, or 0.</summary>
    public ulong NeededKind => BitOperations.IsPow2(kinds) ? kinds : 0;

    /// <summary>The bit of the one township that every place which passes lies in, or 0.</summary>
    public ulong NeededTownship => BitOperations.IsPow2(townships) ? townships : 0;

    /// <summary>Whether the answer changes while the data does not.</summary>
    public bool DependsOnTime => openAt is not null;

    /// <inheritdoc />
    public bool Accepts(int ordinal) => ((materials | kinds | townships) == 0 && openAt is null) || Accepts(snapshot.Places[ordinal]);

    /// <summary>Whether the place may be shown.</summary>
    public bool Accepts(PlaceEntry entry)
    {
        var taken = entry.Materials & materials;
        return (all ? taken == materials : taken != 0 || materials == 0)
            && (kinds == 0 || (entry.Kind & kinds) != 0)
            && (townships == 0 || (entry.Township & townships) != 0)
            && (openAt is not { } now || entry.Now(now).IsOpen);
    }
}
