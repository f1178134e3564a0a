using Jizhou.Public.ApiTests.Platform.Http;

namespace Jizhou.Public.ApiTests.Plastics;

public sealed class ListRulesTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Every_rule_is_told_with_its_days_and_its_law()
    {
        var rules = (await server.GetJsonAsync("/api/v1/plastics/rules")).GetProperty("items").EnumerateArray().ToArray();
        Assert.True(rules.Length > 40);
        Assert.All(rules, r =>
        {
            Assert.NotEmpty(r.GetProperty("reason").GetString()!);
            Assert.Matches(@"^\d{4}-\d\d-\d\d$", r.GetProperty("from").GetString());
            Assert.NotEqual(0, r.GetProperty("citations").GetArrayLength());
        });
    }

    [Fact]
    public async Task Rules_are_filtered_by_business_and_product()
    {
        var rules = (await server.GetJsonAsync("/api/v1/plastics/rules?business=inn&product=guest-toiletries")).GetProperty("items");
        Assert.Equal(["rooms-city", "rooms-national-inn"], rules.Texts("id"));
    }

    [Fact]
    public async Task Businesses_and_products_name_each_other()
    {
        var businesses = (await server.GetJsonAsync("/api/v1/plastics/businesses")).GetProperty("items");
        var products = (await server.GetJsonAsync("/api/v1/plastics/products")).GetProperty("items").Texts("id");
        Assert.Contains("inn", businesses.Texts("id"));
        var asked = businesses.EnumerateArray().SelectMany(b => b.GetProperty("products").EnumerateArray()).Select(p => p.GetString()!).Distinct();
        Assert.Equal(products.Order(StringComparer.Ordinal), asked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_unknown_business_is_refused_with_the_known_ones()
    {
        using var answer = await server.Http.GetAsync("/api/v1/plastics/rules?business=casino");
        var problem = await Problems.ReadAsync(answer, 400, "unknown_business");
        Assert.Contains("inn", problem.GetProperty("allowed").EnumerateArray().Select(a => a.GetString()));
    }

    [Theory]
    [InlineData("rules")]
    [InlineData("businesses")]
    [InlineData("products")]
    public Task They_are_open_data(string list) => server.IsOpenDataAsync($"/api/v1/plastics/{list}");
}
