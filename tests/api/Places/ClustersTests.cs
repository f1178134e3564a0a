using Jizhou.Public.Api.Places.Clusters;

namespace Jizhou.Public.ApiTests.Places;

/// <summary>GET /api/v1/places/clusters.</summary>
public sealed class ClustersTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Everything_on_the_map_is_in_the_list_and_the_other_way_round()
    {
        foreach (var filter in new[] { "", "&material=paper", "&kind=bulky-point&openNow=true", "&township=120119100", "&township=120119100&township=120119104" })
        {
            var list = (await server.AllPages("/api/v1/places?limit=100" + filter)).Select(item => item.Text("id"));
            var map = await server.Read<ListClusters.Response>("/api/v1/places/clusters?zoom=19" + filter);
            Assert.Equal(list.Order(StringComparer.Ordinal), map.Items.SelectMany(group => group.Places).Select(place => place.Id).Order(StringComparer.Ordinal));
            Assert.Equal(map.Count, map.Items.Sum(group => group.Count));
        }
    }

    [Fact]
    public async Task A_box_holds_the_places_inside_and_a_large_group_is_only_counted()
    {
        var all = await server.Read<ListClusters.Response>("/api/v1/places/clusters?zoom=6");
        Assert.Equal((PlacesApi.Standing, PlacesApi.Standing), (all.Count, all.Items.Sum(group => group.Count)));
        Assert.Contains(all.Items, group => group.Count > 12 && group.Places.Count == 0);
        var inside = (await server.AllPages("/api/v1/places?limit=100&bbox=117.3,39.9,117.5,40.1")).Count;
        Assert.Equal(inside, (await server.Read<ListClusters.Response>("/api/v1/places/clusters?bbox=117.3,39.9,117.5,40.1")).Count);
    }

    [Theory]
    [InlineData("zoom=-1", "invalid_parameter")]
    [InlineData("bbox=1,2,3", "invalid_bbox")]
    [InlineData("material=gold", "unknown_material")]
    [InlineData("township=1", "unknown_area")]
    public async Task What_makes_no_sense_is_refused(string query, string code) => Assert.Equal(code, await server.Code("/api/v1/places/clusters?" + query));

    [Fact]
    public Task An_unchanged_map_is_304() => server.AssertConditional("/api/v1/places/clusters?zoom=9");
}
