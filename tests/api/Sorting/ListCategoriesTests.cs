namespace Jizhou.Public.ApiTests.Sorting;

public sealed class ListCategoriesTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task The_four_bins_and_the_other_ways_out_are_told()
    {
        var items = (await server.GetJsonAsync("/api/v1/sorting/categories")).GetProperty("items");
        Assert.Equal(["recyclable", "kitchen", "hazardous", "residual"], items.EnumerateArray().Where(c => c.GetProperty("household").GetBoolean())
            .Select(c => c.GetProperty("code").GetString()!).OrderBy(c => Array.IndexOf(["recyclable", "kitchen", "hazardous", "residual"], c)));
        Assert.Equal(["bulky", "construction", "farm", "special"], items.EnumerateArray().Where(c => !c.GetProperty("household").GetBoolean())
            .Select(c => c.GetProperty("code").GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_kind_of_basis_says_what_it_means()
    {
        var bases = (await server.GetJsonAsync("/api/v1/sorting/categories")).GetProperty("bases");
        Assert.Contains("T1", bases.Texts("code"));
        Assert.All(bases.Texts("meaning"), m => Assert.NotEmpty(m));
    }

    [Fact]
    public Task They_are_open_data() => server.IsOpenDataAsync("/api/v1/sorting/categories");
}
