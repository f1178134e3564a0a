using Jizhou.Public.Api.Places.Geo;

namespace Jizhou.Public.Api.Places.Clusters;

/// <summary>
/// Where each place lies on the Web Mercator map, in the finest cells there are (64 pixels at zoom 19). A cell of a smaller zoom is the
/// same number without its last bits, so the trigonometry is done once for a snapshot and not for each look at the map.
/// </summary>
public sealed class MapCells
{
    /// <summary>The largest zoom.</summary>
    public const int MostZoom = 19;

    private const int FinestBits = MostZoom + 2; // four cells of 64 pixels stand in a tile of 256

    private readonly int[] _x;
    private readonly int[] _y;

    /// <summary>Measures the places; those without a position stand in no cell.</summary>
    /// <param name="places">The places, by ordinal.</param>
    public MapCells(IReadOnlyList<PlaceEntry> places)
    {
        (_x, _y) = (new int[places.Count], new int[places.Count]);
        List<int> nowhere = [];
        for (var i = 0; i < places.Count; i++)
        {
            if (places[i].Position is not { } at)
            {
                nowhere.Add(i);
                continue;
            }

            var (x, y) = Share(at);
            (_x[i], _y[i]) = (Finest(x), Finest(y));
        }

        Nowhere = nowhere;
    }

    /// <summary>Ordinals of the places that cannot be on any map.</summary>
    public IReadOnlyList<int> Nowhere { get; }

    /// <summary>The cell of a place with a position, as one number.</summary>
    /// <param name="ordinal">The place.</param>
    /// <param name="zoom">0 to <see cref="MostZoom"/>.</param>
    public long At(int ordinal, int zoom)
    {
        var dropped = MostZoom - zoom;
        return ((long)(_x[ordinal] >> dropped) << 32) | (uint)(_y[ordinal] >> dropped);
    }

    /// <summary>How far a position lies from the map's west and north edge, as shares of its width.</summary>
    public static (double X, double Y) Share(Position at)
    {
        var sine = Math.Clamp(Math.Sin(at.Lat / 180 * Math.PI), -0.9999, 0.9999);
        return ((at.Lng + 180) / 360, 0.5 - (Math.Log((1 + sine) / (1 - sine)) / (4 * Math.PI)));
    }

    private static int Finest(double share) => Math.Clamp((int)(share * (1 << FinestBits)), 0, (1 << FinestBits) - 1);
}
