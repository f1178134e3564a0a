using System.Numerics;
using Jizhou.Public.Api.Places.Clusters;
using Jizhou.Public.Api.Places.Geo;

namespace Jizhou.Public.Api.Places;

/// <summary>
/// The orders in which places are looked through: by distance, one index over all places and one for each material, kind and
/// township; and by name. They do not depend on terminals' reports, so snapshots that differ in those alone share them.
/// </summary>
internal sealed class PlaceIndexes
{
    private readonly double[] _lng; // by ordinal; NaN where no position is known
    private readonly double[] _lat;
    private readonly PointIndex _all;
    private readonly PointIndex[] _materials;
    private readonly PointIndex[] _kinds;
    private readonly PointIndex[] _townships;
    private readonly Lazy<MapCells> _cells;

    /// <summary>Orders places, which stand by id.</summary>
    public PlaceIndexes(PlaceEntry[] places, PlaceWords words)
    {
        var points = new Position[places.Length];
        (_lng, _lat) = (new double[places.Length], new double[places.Length]);
        List<int> located = new(places.Length);
        for (var i = 0; i < places.Length; i++)
        {
            (_lng[i], _lat[i]) = (double.NaN, double.NaN);
            if (places[i].Position is { } position)
            {
                (_lng[i], _lat[i]) = (position.Lng, position.Lat);
                points[i] = position;
                located.Add(i);
            }
        }

        _all = PointIndex.Build(points, [.. located]);
        _materials = _all.Split(words.Vocabulary.Materials.Count, ordinal => places[ordinal].Materials);
        _kinds = _all.Split(words.Vocabulary.Kinds.Count, ordinal => places[ordinal].Kind);
        _townships = _all.Split(words.Geo.Townships.Count, ordinal => places[ordinal].Township);
        _cells = new(() => new MapCells(places));
    }

    /// <summary>Where the places lie on a map's grid; measured when a map is first looked at.</summary>
    public MapCells Cells => _cells.Value;

    /// <summary>The smallest index that holds every place a filter may let pass.</summary>
    public PointIndex For(in PlaceFilter filter)
    {
        var smallest = _all;
        Narrow(filter.NeededMaterials, _materials, ref smallest);
        Narrow(filter.NeededKind, _kinds, ref smallest);
        Narrow(filter.NeededTownship, _townships, ref smallest);
        return smallest;
    }

    /// <summary>
    /// Ordinals of the places in a box of degrees, edges included, in ascending order: a look at every place, several at a time, which
    /// for a hundred thousand takes microseconds and needs no sorting afterwards.
    /// </summary>
    public IList<int> Inside(double west, double south, double east, double north)
    {
        List<int> inside = [];
        var i = 0;
        for (; i <= _lng.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var (lng, lat) = (new Vector<double>(_lng, i), new Vector<double>(_lat, i));
            var isIn = Vector.GreaterThanOrEqual(lng, new(west)) & Vector.LessThanOrEqual(lng, new(east))
                & Vector.GreaterThanOrEqual(lat, new(south)) & Vector.LessThanOrEqual(lat, new(north));
            for (var lane = 0; isIn != Vector<long>.Zero && lane < Vector<double>.Count; lane++)
            {
                if (isIn[lane] != 0)
                {
                    inside.Add(i + lane);
                }
            }
        }

        for (; i < _lng.Length; i++)
        {
            if (_lng[i] >= west && _lng[i] <= east && _lat[i] >= south && _lat[i] <= north)
            {
                inside.Add(i);
            }
        }

        return inside;
    }

    private static void Narrow(ulong bits, PointIndex[] parts, ref PointIndex smallest)
    {
        for (; bits != 0; bits &= bits - 1)
        {
            var part = parts[BitOperations.TrailingZeroCount(bits)];
            smallest = part.Count < smallest.Count ? part : smallest;
        }
    }
}
