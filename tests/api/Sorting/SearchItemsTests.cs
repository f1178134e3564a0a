using System.Text.Json;
using Jizhou.Public.ApiTests.Platform.Http;

namespace Jizhou.Public.ApiTests.Sorting;

public sealed class SearchItemsTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Theory]
    [InlineData("奶茶杯", "nai-cha-bei", "recyclable", "name")]
    [InlineData("外卖盒", "wai-mai-can-he", "recyclable", "alias")]
    [InlineData("舊衣服", "jiu-yi-fu", "recyclable", "traditional")]
    [InlineData("naichabei", "nai-cha-bei", "recyclable", "pinyin")]
    [InlineData("nai cha bei", "nai-cha-bei", "recyclable", "pinyin")]
    [InlineData("ncb", "nai-cha-bei", "recyclable", "initials")]
    [InlineData("洗衣几", "xi-yi-ji", "recyclable", "fuzzy")]
    [InlineData("旧床垫怎么扔", "chuang-dian", "bulky", "question")]
    [InlineData("农药瓶子能不能卖", "nong-yao-ping-nong-yao-dai", "farm", "question")]
    [InlineData("ＬＥＤ灯泡", "led-deng-pao", "residual", "name")]
    [InlineData("电迟", "dian-chi", "hazardous", "fuzzy")]
    [InlineData("药", "yao", "hazardous", "name")]
    [InlineData("没洗的奶茶杯", "rule-dirty", "residual", "rule")]
    [InlineData("燕窝罐", "rule-can", "recyclable", "rule")]
    public async Task A_resident_finds_the_thing_and_learns_how(string query, string id, string category, string match)
    {
        var answer = await FindAsync(query);
        Assert.Equal(query, answer.GetProperty("query").GetString());
        var first = answer.GetProperty("items")[0];
        Assert.Equal((id, category, match), (first.GetProperty("id").GetString(), first.GetProperty("category").GetString(), first.GetProperty("match").GetString()));
        Assert.Contains(first.GetProperty("confidence").GetString(), new[] { "official", "reference", "probable" });
        Assert.NotEmpty(first.GetProperty("basis").GetString()!);
        Assert.NotEmpty(first.GetProperty("reason").GetString()!);
        Assert.Equal(match == "rule" ? $"/sorting/rules/#{id[5..]}" : $"/sorting/items/{id}/", first.GetProperty("page").GetString());
    }

    [Fact]
    public async Task An_answer_leads_on_to_a_place_or_a_truck()
    {
        var mattress = (await FindAsync("床垫")).GetProperty("items")[0].GetProperty("nextStep");
        Assert.True(mattress.GetProperty("booking").GetProperty("bookable").GetBoolean());
        Assert.Equal("mattress", mattress.GetProperty("booking").GetProperty("item").GetString());
        var cup = (await FindAsync("奶茶杯")).GetProperty("items")[0].GetProperty("nextStep");
        Assert.False(cup.GetProperty("booking").GetProperty("bookable").GetBoolean());
        Assert.Equal("plastic", cup.GetProperty("places").GetProperty("materials")[0].GetString());
        var gas = (await FindAsync("液化气瓶")).GetProperty("items")[0].GetProperty("nextStep");
        Assert.Equal(JsonValueKind.Null, gas.GetProperty("places").ValueKind);
    }

    [Fact]
    public async Task What_is_not_known_is_said_with_the_nearest_names()
    {
        var answer = await FindAsync("电饭鼗鼗");
        Assert.Equal(0, answer.GetProperty("items").GetArrayLength());
        Assert.NotEmpty(answer.GetProperty("nearest").Texts("name"));
        Assert.Contains("没有查到", answer.GetProperty("message").GetString());
        Assert.Contains("12345", answer.GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("\"<script>\\")]
    [InlineData("床垫\"\\\n")]
    [InlineData("😀")]
    public async Task Odd_characters_come_back_as_they_were(string query) =>
        Assert.Equal(query, (await FindAsync(query)).GetProperty("query").GetString());

    [Fact]
    public async Task Every_name_and_alias_of_the_dictionary_finds_its_own_item_first()
    {
        var looked = 0;
        await foreach (var item in PagesAsync("?limit=200"))
        {
            foreach (var name in item.GetProperty("aliases").EnumerateArray().Prepend(item.GetProperty("name")))
            {
                looked++;
                var first = (await FindAsync(name.GetString()!)).GetProperty("items")[0];
                Assert.Equal((name.GetString(), item.GetProperty("id").GetString()), (name.GetString(), first.GetProperty("id").GetString()));
            }
        }

        Assert.True(looked > 300, $"only {looked} names");
    }

    [Theory]
    [InlineData("?limit=7")]
    [InlineData("?limit=50")]
    [InlineData("?category=bulky&limit=2")]
    public async Task Turning_pages_gives_every_item_once(string query)
    {
        var category = query.Contains("bulky", StringComparison.Ordinal) ? "bulky" : null;
        List<string> ids = [];
        await foreach (var item in PagesAsync(query))
        {
            ids.Add(item.GetProperty("id").GetString()!);
            Assert.False(item.TryGetProperty("match", out _));
        }

        var categories = (await server.GetJsonAsync("/api/v1/sorting/categories")).GetProperty("items").EnumerateArray();
        var expected = categories.Where(c => category is null || c.GetProperty("code").GetString() == category).Sum(c => c.GetProperty("count").GetInt32());
        Assert.Equal((expected, expected), (ids.Count, ids.Distinct().Count()));
    }

    [Fact]
    public async Task A_category_narrows_a_search()
    {
        var answer = await server.GetJsonAsync($"/api/v1/sorting/items?q={Uri.EscapeDataString("瓶")}&category=farm");
        Assert.All(answer.GetProperty("items").Texts("category"), c => Assert.Equal("farm", c));
        Assert.NotEqual(0, answer.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("category=gold", "unknown_category")]
    [InlineData("cursor=%21%21", "invalid_cursor")]
    [InlineData("limit=many", "invalid_parameter")]
    public async Task A_wrong_question_is_refused(string query, string code)
    {
        using var answer = await server.Http.GetAsync($"/api/v1/sorting/items?{query}");
        await Problems.ReadAsync(answer, 400, code);
    }

    [Fact]
    public async Task A_question_longer_than_any_question_is_refused()
    {
        await FindAsync(new string('电', 60));
        using var answer = await server.Http.GetAsync($"/api/v1/sorting/items?q={Uri.EscapeDataString(new string('电', 61))}");
        var problem = await Problems.ReadAsync(answer, 400, "query_too_long");
        Assert.Equal("q", problem.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Theory]
    [InlineData("/api/v1/sorting/items")]
    [InlineData("/api/v1/sorting/items?q=nai")]
    [InlineData("/api/v1/sorting/items?q=qqqqqq")]
    public Task It_is_open_data(string path) => server.IsOpenDataAsync(path);

    private Task<JsonElement> FindAsync(string query) => server.GetJsonAsync($"/api/v1/sorting/items?q={Uri.EscapeDataString(query)}");

    private async IAsyncEnumerable<JsonElement> PagesAsync(string query)
    {
        for (var cursor = ""; cursor is not null;)
        {
            var page = await server.GetJsonAsync($"/api/v1/sorting/items{query}{cursor}");
            foreach (var item in page.GetProperty("items").EnumerateArray())
            {
                yield return item;
            }

            cursor = page.GetProperty("next").GetString() is { } next ? $"&cursor={next}" : null;
        }
    }
}
