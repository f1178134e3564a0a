using Jizhou.Public.Api.Places;
using Jizhou.Public.Api.Places.Clusters;

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
        var (_, clusters) = GridClusters.Of(Many.Places, zoom);
        Assert.InRange(clusters.Count, 1, GridClusters.MostCells);
        Assert.Equal(Many.Places.Select(entry => entry.Place.Id), clusters.SelectMany(cluster => cluster.Places).Select(entry => entry.Place.Id).Order(StringComparer.Ordinal));
        Assert.All(clusters, cluster => Assert.True(cluster.Box.Contains(cluster.Centre)));
        Assert.All(clusters, cluster => Assert.All(cluster.Places, entry => Assert.True(cluster.Box.Contains(entry.Position!.Value))));
    }

    [Fact]
    public void A_part_of_the_map_shows_the_same_groups_as_the_whole()
    {
        var west = Many.Places.Where(entry => entry.Position!.Value.Lng < 117.3).ToList();
        var (zoom, whole) = GridClusters.Of(Many.Places, 10);
        var (same, part) = GridClusters.Of(west, zoom);
        Assert.Equal(zoom, same);
        var known = whole.Select(cluster => cluster.Centre).ToHashSet();
        Assert.True(part.Count(cluster => known.Contains(cluster.Centre)) >= part.Count - 20, "only groups at the cut may differ");
    }

    [Fact]
    public void Places_at_one_spot_stay_together_and_one_without_a_position_is_passed_over()
    {
        var snapshot = TestPlaces.Snapshot(TestPlaces.Row("a"), TestPlaces.Row("b"), TestPlaces.Row("c", lng: null));
        var cluster = Assert.Single(GridClusters.Of(snapshot.Places, 19).Clusters);
        Assert.Equal(["a", "b"], cluster.Places.Select(entry => entry.Place.Id));
    }
}
