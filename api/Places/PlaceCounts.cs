using System.Numerics;

namespace Jizhou.Public.Api.Places;

/// <summary>How many standing places there are, whether or not their position is known.</summary>
/// <param name="OfMaterial">By the number of a material's bit.</param>
/// <param name="OfKind">By the number of a kind's bit.</param>
public sealed record PlaceCounts(IReadOnlyList<int> OfMaterial, IReadOnlyList<int> OfKind)
{
    /// <summary>Counts in one pass.</summary>
    public static PlaceCounts Of(IReadOnlyList<PlaceEntry> places)
    {
        var (materials, kinds) = (new int[64], new int[64]);
        foreach (var place in places)
        {
            for (var bits = place.Materials; bits != 0; bits &= bits - 1)
            {
                materials[BitOperations.TrailingZeroCount(bits)]++;
            }

            if (place.Kind != 0)
            {
                kinds[BitOperations.TrailingZeroCount(place.Kind)]++;
            }
        }

        return new PlaceCounts(materials, kinds);
    }
}
