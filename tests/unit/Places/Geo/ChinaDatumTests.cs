using System.Globalization;
using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.UnitTests.House;

namespace Jizhou.Public.UnitTests.Places.Geo;

public sealed class ChinaDatumTests
{
    private static readonly double[][] Vectors =
    [
        .. Repository.Read("tests/samples/crs-vectors.csv").Trim().Split('\n').Skip(1)
            .Select(line => line.Split(',').Skip(1).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray()),
    ];

    [Fact]
    public void All_vectors_are_matched_to_a_millionth_of_a_degree()
    {
        Assert.Equal(212, Vectors.Length);
        foreach (var v in Vectors)
        {
            var position = Position.At(v[0], v[1]);
            AssertNear((v[0], v[1]), ChinaDatum.FromWgs84(position, Crs.Wgs84));
            AssertNear((v[2], v[3]), ChinaDatum.FromWgs84(position, Crs.Gcj02));
            AssertNear((v[4], v[5]), ChinaDatum.FromWgs84(position, Crs.Bd09));
        }
    }

    [Theory]
    [InlineData(Crs.Wgs84)]
    [InlineData(Crs.Gcj02)]
    [InlineData(Crs.Bd09)]
    public void There_and_back_ends_within_a_centimetre(Crs crs)
    {
        foreach (var start in Vectors.Select(v => Position.At(v[0], v[1])).Concat(Seeded.Uniform(4, 2_000)))
        {
            var (lng, lat) = ChinaDatum.FromWgs84(start, crs);
            Assert.True(ChinaDatum.TryToWgs84(lng, lat, crs, out var back));
            Assert.InRange(GreatCircle.Metres(start, back), 0, 0.01);
        }
    }

    [Theory]
    [InlineData(double.NaN, 40)]
    [InlineData(117, double.PositiveInfinity)]
    [InlineData(40.05, 117.41)] // swapped
    [InlineData(181, 0)]
    public void What_is_not_on_the_earth_is_refused(double lng, double lat)
    {
        Assert.All(Enum.GetValues<Crs>(), crs => Assert.False(ChinaDatum.TryToWgs84(lng, lat, crs, out _)));
        Assert.False(Position.TryCreate(lng, lat, out _));
    }

    private static void AssertNear((double Lng, double Lat) wanted, (double Lng, double Lat) actual)
    {
        Assert.InRange(Math.Abs(wanted.Lng - actual.Lng), 0, 1e-6);
        Assert.InRange(Math.Abs(wanted.Lat - actual.Lat), 0, 1e-6);
    }
}
