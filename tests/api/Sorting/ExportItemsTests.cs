using System.Text;

namespace Jizhou.Public.ApiTests.Sorting;

public sealed class ExportItemsTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task The_whole_dictionary_comes_as_JSON_and_as_CSV_with_the_same_things()
    {
        var dump = await server.GetJsonAsync("/api/v1/sorting/items.json");
        var ids = dump.GetProperty("items").Texts("id").ToList();
        Assert.Equal(dump.GetProperty("count").GetInt32(), ids.Count);
        Assert.True(ids.Count >= 1800);
        var csv = Encoding.UTF8.GetString(await server.Http.GetByteArrayAsync("/api/v1/sorting/items.csv"));
        Assert.Equal(ids, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split(',')[0]));
        Assert.StartsWith("id,name,aliases,category,categoryName,confidence,basis,basisName,reason,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_says_what_it_rests_on_and_how_sure_it_is()
    {
        foreach (var item in (await server.GetJsonAsync("/api/v1/sorting/items.json")).GetProperty("items").EnumerateArray())
        {
            Assert.NotEmpty(item.GetProperty("basis").GetString()!);
            Assert.Contains(item.GetProperty("confidence").GetString(), new[] { "official", "reference", "probable" });
            Assert.Equal(System.Text.Json.JsonValueKind.Array, item.GetProperty("citations").ValueKind);
            Assert.NotEmpty(item.GetProperty("related").Texts("id"));
        }
    }
}
