using Jizhou.Public.Api.Places.Geo;

namespace Jizhou.Public.UnitTests.Places.Geo;

public sealed class DistrictTests
{
    private static readonly District Ring = new([Square(0, 10), Square(4, 6)]);

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(5, 5, false)] // in the hole
    [InlineData(5, 9, true)]
    [InlineData(11, 5, false)]
    [InlineData(-1, 4, false)]
    public void A_point_is_inside_the_outline_but_not_in_a_hole(double lng, double lat, bool inside) =>
        Assert.Equal(inside, Ring.Contains(Position.At(lng, lat)));

    [Fact]
    public void An_outline_without_area_is_refused() =>
        Assert.Throws<ArgumentException>(() => new District([[Position.At(0, 0), Position.At(1, 1)]]));

    [Fact]
    public void The_nearest_point_inside_is_as_near_as_the_best_of_many_points_along_the_outline()
    {
        var outline = TestPlaces.Content.Geo.Boundary;
        var district = Outline.Of(TestPlaces.Content.Geo);
        var along = outline.Zip(outline.Skip(1)).SelectMany(edge => Enumerable.Range(0, 20).Select(i => Position.At(
            edge.First.Lng + ((edge.Second.Lng - edge.First.Lng) * i / 20), edge.First.Lat + ((edge.Second.Lat - edge.First.Lat) * i / 20)))).ToList();
        var random = new Random(20261126);
        for (var i = 0; i < 200; i++)
        {
            var from = Position.At(116.5 + (random.NextDouble() * 2), 39.3 + (random.NextDouble() * 1.5));
            var nearest = district.NearestInside(from);
            Assert.True(district.Contains(nearest));
            if (district.Contains(from))
            {
                Assert.Equal(from, nearest);
                continue;
            }

            var metres = GreatCircle.Metres(from, nearest);
            var best = along.Min(point => GreatCircle.Metres(from, point));
            Assert.InRange(metres, 0, (best * 1.001) + 5); // a plane's error, and the metre inwards
        }
    }

    [Fact]
    public void A_box_may_cross_the_date_line()
    {
        Assert.True(BoundingBox.TryCreate(170, -10, -170, 10, out var box));
        Assert.True(box.Contains(Position.At(179, 0)));
        Assert.True(box.Contains(Position.At(-170, 10)));
        Assert.False(box.Contains(Position.At(0, 0)));
        Assert.False(BoundingBox.TryCreate(0, 10, 1, 5, out _)); // upside down
    }

    private static Position[] Square(double low, double high) =>
        [Position.At(low, low), Position.At(high, low), Position.At(high, high), Position.At(low, high), Position.At(low, low)];
}
