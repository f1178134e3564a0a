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
