using Jizhou.Public.Api.Places;
using Jizhou.Public.Api.Places.Clusters;
using Jizhou.Public.Api.Places.Geo;

namespace Jizhou.Public.UnitTests.Places.Clusters;

/// <summary>Groups for a map.</summary>
public sealed class GridClustersTests
{
    private static readonly Random Seeded = new(20261126);

    private static readonly PlaceSnapshot Many = TestPlaces.Snapshot(
        [.. Enumerable.Range(0, 5000).Select(i => TestPlaces.Row($"p{i:0000}", 117.1 + (Seeded.NextDouble() * 0.7), 39.7 + (Seeded.NextDouble() * 0.6)))]);

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(12)]
    [InlineData(19)]
    public void Every_place_is_in_one_group_and_inside_its_box(int zoom)
    {
        var (_, clusters) = GridClusters.Of(Many, All(Many), zoom);
        Assert.InRange(clusters.Count, 1, GridClusters.MostCells);
        Assert.Equal(All(Many), clusters.SelectMany(cluster => cluster.Places).Order());
        Assert.All(clusters, cluster => Assert.True(cluster.Box.Contains(cluster.Centre)));
        Assert.Equal(clusters.OrderBy(cluster => cluster.Places[0]), clusters);
        Assert.All(clusters, cluster => Assert.All(cluster.Places, ordinal => Assert.True(cluster.Box.Contains(Many.Places[ordinal].Position!.Value))));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(11)]
    public void No_circle_of_44_pixels_lies_on_another(int wanted)
    {
        var (zoom, clusters) = GridClusters.Of(Many, All(Many), wanted);
        var middles = clusters.Select(cluster => MapCells.Share(cluster.Centre)).Select(at => (X: at.X * 256 * (1 << zoom), Y: at.Y * 256 * (1 << zoom))).ToList();
        Assert.All(middles, one => Assert.DoesNotContain(middles, other => other != one && Math.Sqrt(Math.Pow(other.X - one.X, 2) + Math.Pow(other.Y - one.Y, 2)) < 43.9));
    }

    [Fact]
    public void A_part_of_the_map_shows_the_same_groups_as_the_whole()
    {
        var west = All(Many).FindAll(ordinal => Many.Places[ordinal].Position!.Value.Lng < 117.3);
        var (zoom, whole) = GridClusters.Of(Many, All(Many), 10);
        var (same, part) = GridClusters.Of(Many, west, zoom);
        Assert.Equal(zoom, same);
        var known = whole.Select(cluster => cluster.Centre).ToHashSet();
        Assert.True(part.Count(cluster => known.Contains(cluster.Centre)) >= part.Count - 20, "only groups at the cut may differ");
    }

    [Fact]
    public void Places_at_one_spot_stay_together_and_one_without_a_position_is_passed_over()
    {
        var snapshot = TestPlaces.Snapshot(TestPlaces.Row("a"), TestPlaces.Row("b"), TestPlaces.Row("c", lng: null));
        Assert.Equal([2], snapshot.Cells.Nowhere);
        var cluster = Assert.Single(GridClusters.Of(snapshot, All(snapshot), 19).Clusters);
        Assert.Equal(["a", "b"], cluster.Places.Select(ordinal => snapshot.Places[ordinal].Place.Id));
    }

    [Fact]
    public void A_cell_is_a_quarter_of_a_tile_as_the_textbook_draws_them()
    {
        for (var zoom = 0; zoom <= MapCells.MostZoom; zoom++)
        {
            var cells = All(Many).Select(ordinal => (Many.Cells.At(ordinal, zoom), Slippy(Many.Places[ordinal].Position!.Value, zoom + 2)));
            Assert.All(cells, cell => Assert.Equal(cell.Item2, ((int)(cell.Item1 >> 32), (int)cell.Item1)));
        }
    }

    private static List<int> All(PlaceSnapshot snapshot) => [.. Enumerable.Range(0, snapshot.Places.Count).Except(snapshot.Cells.Nowhere)];

    // https://wiki.openstreetmap.org/wiki/Slippy_map_tilenames
    private static (int X, int Y) Slippy(Position at, int zoom)
    {
        var (tiles, lat) = (Math.Pow(2, zoom), at.Lat / 180 * Math.PI);
        return ((int)((at.Lng + 180) / 360 * tiles), (int)((1 - (Math.Asinh(Math.Tan(lat)) / Math.PI)) / 2 * tiles));
    }
}
