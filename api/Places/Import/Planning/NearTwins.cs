using System.Runtime.InteropServices;
using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import.Planning;

/// <summary>Finds places of one name within 15 m of each other, of which the file holds at least one.</summary>
internal sealed class NearTwins
{
    /// <summary>How near is suspicious.</summary>
    public const double NearMetres = 15;

    private const int MostFound = 20;
    private const int LargestGroup = 200; // "垃圾投放点" a hundred thousand times is a kind, not a name

    private readonly List<Point> _points = [];

    /// <summary>Adds a place; the file's have numbers from 0, those on record negative ones.</summary>
    public void Add(ulong name, GeoPoint? at, int number)
    {
        if (at is { } point)
        {
            _points.Add(new(name, number, point));
        }
    }

    /// <summary>The first pairs with their distance in metres.</summary>
    public IReadOnlyList<(int One, int Other, double Metres)> Find()
    {
        List<(int, int, double)> found = [];
        _points.Sort((one, other) => (one.Name, one.Number).CompareTo((other.Name, other.Number)));
        for (var from = 0; from < _points.Count && found.Count < MostFound;)
        {
            var to = from + 1;
            while (to < _points.Count && _points[to].Name == _points[from].Name)
            {
                to++;
            }

            if (to - from is > 1 and < LargestGroup)
            {
                found.AddRange(Pairs(from, to));
            }

            from = to;
        }

        return [.. found.Take(MostFound)];
    }

    private IEnumerable<(int One, int Other, double Metres)> Pairs(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            for (var j = i + 1; j < to; j++)
            {
                var metres = GreatCircle.Metres(_points[i].Position, _points[j].Position);
                if (metres <= NearMetres && (_points[i].Number >= 0 || _points[j].Number >= 0))
                {
                    yield return (_points[i].Number, _points[j].Number, metres);
                }
            }
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Point(ulong Name, int Number, GeoPoint At)
    {
        public Position Position => Geo.Position.At(At.Lng, At.Lat);
    }
}
