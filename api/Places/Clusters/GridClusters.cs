using Jizhou.Public.Api.Places.Geo;

namespace Jizhou.Public.Api.Places.Clusters;

/// <summary>
/// Groups places by the cell of a square grid over the Web Mercator map, so that a map shows a few dozen circles instead of
/// thousands of dots. The same places at the same zoom give the same groups, whatever part of the map is looked at.
/// </summary>
public static class GridClusters
{
    /// <summary>The most cells one answer holds: a smaller zoom is taken until it fits.</summary>
    public const int MostCells = 400;

    private const double CellPixels = 64;
    private const double TilePixels = 256;

    /// <summary>The groups of the places, in the order of their first place's id, and the zoom they are made for.</summary>
    /// <param name="places">Places by id; those without a position are passed over.</param>
    /// <param name="zoom">The map's zoom: at 0 the world is one tile.</param>
    public static (int Zoom, IReadOnlyList<Cluster> Clusters) Of(IReadOnlyList<PlaceEntry> places, int zoom)
    {
        while (true)
        {
            var cells = places.Where(entry => entry.Position is not null).GroupBy(entry => Cell(entry.Position!.Value, zoom)).ToList();
            if (cells.Count <= MostCells || zoom == 0)
            {
                return (zoom, [.. cells.Select(cell => Group([.. cell]))]);
            }

            zoom--;
        }
    }

    private static (int X, int Y) Cell(Position position, int zoom)
    {
        var cells = TilePixels / CellPixels * Math.Pow(2, zoom);
        var sine = Math.Clamp(Math.Sin(position.Lat / 180 * Math.PI), -0.9999, 0.9999);
        var y = 0.5 - (Math.Log((1 + sine) / (1 - sine)) / (4 * Math.PI));
        return ((int)((position.Lng + 180) / 360 * cells), (int)(y * cells));
    }

    private static Cluster Group(IReadOnlyList<PlaceEntry> places)
    {
        var positions = places.Select(entry => entry.Position!.Value).ToList();
        var centre = Position.At(positions.Average(at => at.Lng), positions.Average(at => at.Lat));
        return new Cluster(centre, BoundingBox.Around(positions), places);
    }
}
