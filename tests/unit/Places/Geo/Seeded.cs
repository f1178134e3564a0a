using Jizhou.Public.Api.Places.Geo;

namespace Jizhou.Public.UnitTests.Places.Geo;

/// <summary>Point clouds that are the same on every run.</summary>
internal static class Seeded
{
    /// <summary>Points anywhere in a box around the district.</summary>
    public static Position[] Uniform(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Position.At(117.0 + random.NextDouble(), 39.6 + (0.8 * random.NextDouble())))];
    }

    /// <summary>Points in tight knots, a tenth of them exactly on top of an earlier one.</summary>
    public static Position[] Clustered(int seed, int count)
    {
        var random = new Random(seed);
        var centres = Uniform(seed + 1, 12);
        var points = new List<Position>(count);
        while (points.Count < count)
        {
            var centre = centres[random.Next(centres.Length)];
            points.Add(points.Count > 0 && random.Next(10) == 0
                ? points[random.Next(points.Count)]
                : Position.At(centre.Lng + (0.01 * (random.NextDouble() - 0.5)), centre.Lat + (0.01 * (random.NextDouble() - 0.5))));
        }

        return [.. points];
    }

    /// <summary>A square grid, on which most distances occur several times.</summary>
    public static Position[] Grid(int side) =>
        [.. from x in Enumerable.Range(0, side) from y in Enumerable.Range(0, side) select Position.At(117 + (x / 64.0), 39.5 + (y / 64.0))];

    /// <summary>Points all over the earth, poles and date line among them.</summary>
    public static Position[] Earth(int seed, int count)
    {
        var random = new Random(seed);
        return
        [
            Position.At(0, 90), Position.At(90, 90), Position.At(0, -90), Position.At(180, 0), Position.At(-180, 0),
            .. Enumerable.Range(0, count).Select(_ => Position.At(360 * (random.NextDouble() - 0.5), 180 * (random.NextDouble() - 0.5))),
        ];
    }
}
