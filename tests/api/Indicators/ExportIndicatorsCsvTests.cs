using System.Text;
using CsvHelper;

namespace Jizhou.Public.ApiTests.Indicators;

public sealed class ExportIndicatorsCsvTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Address = "/api/v1/indicators.csv";

    [Fact]
    public async Task An_independent_reader_reads_the_same_figures_as_the_JSON()
    {
        var list = (await server.GetJsonAsync("/api/v1/indicators")).GetProperty("items").EnumerateArray().ToArray();
        var table = await TableAsync();
        var rows = table.Skip(1).Select(fields => table[0].Zip(fields).ToDictionary(p => p.First, p => p.Second)).ToArray();
        Assert.Equal(list.Length, rows.Length);
        foreach (var (item, row) in list.Zip(rows))
        {
            Assert.Equal(item.GetProperty("id").GetString(), row["id"]);
            Assert.Equal(item.GetProperty("name").GetString(), row["name"]);
            foreach (var side in new[] { "baseline", "target" })
            {
                Assert.Equal(item.GetProperty(side).GetProperty("raw").GetString(), row[$"{side}_raw"]);
                Assert.Equal(item.GetProperty(side).GetProperty("value").ToString(), row[$"{side}_value"]);
                Assert.Equal(item.GetProperty(side).GetProperty("period").GetString() ?? "", row[$"{side}_period"]);
            }
        }
    }

    [Fact]
    public async Task It_is_RFC_4180_in_UTF_8_with_the_mark_only_when_asked()
    {
        using var answer = await server.Http.GetAsync(Address);
        Assert.Equal("text/csv; charset=utf-8; header=present", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("indicators.csv", answer.Content.Headers.ContentDisposition!.FileName);
        var plain = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal((byte)'i', plain[0]);
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(plain);
        Assert.Equal(11, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        var marked = await server.Http.GetByteArrayAsync(Address + "?bom=true");
        Assert.Equal([0xEF, 0xBB, 0xBF, .. plain], marked);
    }

    [Fact]
    public async Task No_field_begins_like_a_formula()
    {
        var fields = (await TableAsync()).SelectMany(row => row).ToArray();
        Assert.True(fields.Length > 200);
        Assert.All(fields, field => Assert.DoesNotMatch(@"^[=+\-@\t\r]", field));
    }

    [Fact]
    public Task It_is_open_data() => server.IsOpenDataAsync(Address);

    private async Task<List<string[]>> TableAsync() => Table(await server.Http.GetStringAsync(Address));

    private static List<string[]> Table(string csv)
    {
        using var reader = CsvReader.FromText(csv, new CsvReaderOptions { HasHeader = false });
        List<string[]> rows = [];
        while (reader.Read())
        {
            rows.Add(reader.Current.ToArray());
        }

        return rows;
    }
}
