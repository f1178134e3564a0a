namespace Jizhou.Public.ApiTests.Places;

/// <summary>GET /api/v1/places/changes.</summary>
public sealed class ListChangesTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Every_change_comes_once_and_in_order_whatever_the_page()
    {
        var all = (await server.Ask("/api/v1/places/changes?limit=1000")).Items();
        Assert.Equal(PlacesApi.Standing + (2 * RemovedSamples), all.Count);
        List<string> paged = [];
        string? next = null;
        do
        {
            var page = await server.Ask("/api/v1/places/changes?limit=7" + (next is null ? "" : $"&since={next}"));
            paged.AddRange(page.Items().Select(item => item.GetRawText()));
            next = page.Text("next");
        }
        while (next is not null);
        Assert.Equal(all.Select(item => item.GetRawText()), paged);
        var removed = all.FindLastIndex(item => item.Text("id") == "sample-007");
        Assert.Equal("removed", all[removed].Text("effect"));
        Assert.Equal("added", all[all.FindIndex(item => item.Text("id") == "sample-007")].Text("effect"));
    }

    [Fact]
    public async Task The_latest_cursor_waits_for_what_comes_later()
    {
        var all = await server.Ask("/api/v1/places/changes?limit=1000");
        Assert.Null(all.Text("next"));
        var later = await server.Ask($"/api/v1/places/changes?since={all.Text("latest")}");
        Assert.Empty(later.Items());
        Assert.Equal(all.Text("latest"), later.Text("latest"));
    }

    [Theory]
    [InlineData("2026-11-22", true)]
    [InlineData("2026-11-22T10:00:00+08:00", true)]
    [InlineData("2026-11-22T02:00:00Z", true)]
    [InlineData("2026-11-23", false)]
    [InlineData("2026-11-22T02:00:00.001Z", false)]
    public async Task A_day_or_an_instant_is_understood(string since, bool any) =>
        Assert.Equal(any, (await server.Ask($"/api/v1/places/changes?since={since}")).Items().Count > 0);

    [Theory]
    [InlineData("since=yesterday", "invalid_cursor")]
    [InlineData("since=AQAA", "invalid_cursor")]
    [InlineData("limit=0", "invalid_parameter")]
    public async Task What_cannot_be_read_is_refused(string query, string code) =>
        Assert.Equal(code, await server.Code($"/api/v1/places/changes?{query}"));

    [Fact]
    public Task It_is_open_data() => server.IsOpenDataAsync("/api/v1/places/changes?limit=5");

    private static int RemovedSamples =>
        Jizhou.Public.Content.ContentFolder.Load(Path.Combine(Repository.Root, "content")).SamplePlaces.Count(sample => sample.RemovedBecause is not null);
}
