using Jizhou.Public.Api.Places.Geo;

namespace Jizhou.Public.Api.Places.Clusters;

/// <summary>
/// Groups places by the cell of a square grid over the Web Mercator map, so that a map shows a few dozen circles instead of
/// thousands of dots; groups whose circles would lie on one another are made one. The same places at the same zoom give the same
/// groups, whatever part of the map is looked at, but for those at its edge.
/// </summary>
public static class GridClusters
{
    /// <summary>The most cells one answer holds: a smaller zoom is taken until it fits.</summary>
    public const int MostCells = 400;

    private const double CirclePixels = 44;
    private const double TilePixels = 256;

    /// <summary>The groups of the places, in the order of their first place's id, and the zoom they are made for.</summary>
    /// <param name="snapshot">The places.</param>
    /// <param name="ordinals">Those of them to show, ascending; all have a position.</param>
    /// <param name="zoom">The map's zoom, 0 (the world is one tile) to 19.</param>
    public static (int Zoom, IReadOnlyList<Cluster> Clusters) Of(PlaceSnapshot snapshot, IReadOnlyList<int> ordinals, int zoom)
    {
        List<List<int>>? cells;
        while (!TryGroup(snapshot.Cells, ordinals, zoom, out cells))
        {
            zoom--;
        }

        return (zoom, [.. Apart(snapshot, cells, zoom).Select(cell => Of(snapshot, cell))]);
    }

    /// <summary>Joins circles that touch, each with the nearest of those before it, until none do.</summary>
    private static List<List<int>> Apart(PlaceSnapshot snapshot, List<List<int>> cells, int zoom)
    {
        var near = CirclePixels / (TilePixels * Math.Pow(2, zoom));
        var middles = cells.ConvertAll(cell => MapCells.Share(Middle(snapshot, cell)));
        var i = 0;
        while (i < cells.Count)
        {
            var touching = Touching(middles, i, near);
            if (touching < 0)
            {
                i++;
                continue;
            }

            cells[touching] = [.. cells[touching].Concat(cells[i]).Order()];
            middles[touching] = MapCells.Share(Middle(snapshot, cells[touching]));
            cells.RemoveAt(i);
            middles.RemoveAt(i);
            i = touching; // its middle moved: look at it again
        }

        return cells;
    }

    /// <summary>The nearest circle before this one that touches it, or -1.</summary>
    private static int Touching(List<(double X, double Y)> middles, int one, double near)
    {
        var (best, least) = (-1, near * near);
        for (var i = 0; i < one; i++)
        {
            var (x, y) = (middles[i].X - middles[one].X, middles[i].Y - middles[one].Y);
            if ((x * x) + (y * y) is var apart && apart < least)
            {
                (best, least) = (i, apart);
            }
        }

        return best;
    }

    private static Position Middle(PlaceSnapshot snapshot, List<int> ordinals)
    {
        var (lng, lat) = (0.0, 0.0);
        foreach (var ordinal in ordinals)
        {
            var at = snapshot.Places[ordinal].Position!.Value;
            (lng, lat) = (lng + at.Lng, lat + at.Lat);
        }

        return Position.At(lng / ordinals.Count, lat / ordinals.Count);
    }

    /// <summary>Gives up at the first cell too many, so that a zoom that is much too large costs next to nothing.</summary>
    private static bool TryGroup(MapCells map, IReadOnlyList<int> ordinals, int zoom, out List<List<int>> cells)
    {
        cells = [];
        Dictionary<long, List<int>> byCell = new(MostCells);
        foreach (var ordinal in ordinals)
        {
            var at = map.At(ordinal, zoom);
            if (!byCell.TryGetValue(at, out var cell))
            {
                if (cells.Count == MostCells && zoom > 0)
                {
                    return false;
                }

                byCell[at] = cell = [];
                cells.Add(cell);
            }

            cell.Add(ordinal);
        }

        return true;
    }

    private static Cluster Of(PlaceSnapshot snapshot, List<int> ordinals)
    {
        var (west, south, east, north) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var ordinal in ordinals)
        {
            var at = snapshot.Places[ordinal].Position!.Value;
            (west, south, east, north) = (Math.Min(west, at.Lng), Math.Min(south, at.Lat), Math.Max(east, at.Lng), Math.Max(north, at.Lat));
        }

        return new Cluster(Middle(snapshot, ordinals), BoundingBox.Around([Position.At(west, south), Position.At(east, north)]), ordinals);
    }
}
