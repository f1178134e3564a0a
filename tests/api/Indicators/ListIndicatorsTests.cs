using System.Text.Json;

namespace Jizhou.Public.ApiTests.Indicators;

public sealed class ListIndicatorsTests(ApiServer server) : IClassFixture<ApiServer>
{
    /// <summary>The table of the plan as it is printed (规划第二部分指标表), written here a second time on purpose.</summary>
    private static readonly (int No, string Group, string Name, string Baseline, decimal? From, string Target, decimal? To, string? Op, string? Period, string Departments)[] Printed =
    [
        (1, "资源产出指标", "能源产出率提高", "〔23〕", 23, "〔17〕", 17, "=", "2021-2025", "区发展改革委"),
        (2, "资源产出指标", "水资源产出率提高", "〔11〕", 11, "完成市级下达目标", null, null, "2021-2025", "区水务局"),
        (3, "资源产出指标", "建设用地产出率提高", "—", null, "〔20〕", 20, "=", "2021-2025", "市规划资源局蓟州分局"),
        (4, "循环利用指标", "再生水利用率", "44", 44, "50以上", 50, ">=", null, "区水务局"),
        (5, "循环利用指标", "规模以上工业企业重复用水率", "94.9", 94.9m, "95以上", 95, ">=", null, "区工信局 区水务局"),
        (6, "循环利用指标", "一般工业固体废物综合利用率", "99", 99, "99以上", 99, ">=", null, "区工信局 区生态环境局"),
        (7, "循环利用指标", "城镇生活垃圾无害化处理率", "100", 100, "100", 100, "=", null, "区城市管理委"),
        (8, "循环利用指标", "城市建筑垃圾资源化处理率", "24", 24, "30", 30, "=", null, "区城市管理委"),
        (9, "循环利用指标", "农田残膜回收率", "82", 82, "85以上", 85, ">=", null, "区农业农村委"),
        (10, "循环利用指标", "农作物秸秆综合利用率", "99", 99, "99以上", 99, ">=", null, "区农业农村委"),
    ];

    [Fact]
    public async Task The_ten_indicators_equal_the_plan_raw_text_included()
    {
        var items = (await server.GetJsonAsync("/api/v1/indicators")).GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(Printed.Length, items.Length);
        foreach (var (wanted, item) in Printed.Zip(items))
        {
            var (baseline, target) = (item.GetProperty("baseline"), item.GetProperty("target"));
            Assert.Equal((wanted.No, wanted.Group, wanted.Name, "%"), (item.GetProperty("no").GetInt32(), Text(item, "group"), Text(item, "name"), Text(item, "unit")));
            Assert.Equal((2020, wanted.Baseline, wanted.From), (baseline.GetProperty("year").GetInt32(), Text(baseline, "raw"), Number(baseline)));
            Assert.Equal((2025, wanted.Target, wanted.To), (target.GetProperty("year").GetInt32(), Text(target, "raw"), Number(target)));
            Assert.Equal(wanted.From is null ? null : "=", Text(baseline, "op"));
            Assert.Equal(wanted.Op, Text(target, "op"));
            Assert.Equal(wanted.Period is not null, item.GetProperty("cumulative").GetBoolean());
            Assert.Equal((wanted.Period is null ? null : "2016-2020", wanted.Period), (Text(baseline, "period"), Text(target, "period")));
            Assert.Equal("预期性", Text(item, "attribute"));
            Assert.Equal(wanted.Departments, string.Join(' ', item.GetProperty("departments").Texts("raw")));
            Assert.Equal("蓟州区循环经济发展“十四五”规划", Text(item.GetProperty("citation"), "document"));
        }
    }

    [Fact]
    public async Task No_year_has_a_value_that_nobody_published()
    {
        var items = (await server.GetJsonAsync("/api/v1/indicators")).GetProperty("items").EnumerateArray();
        var observations = items.SelectMany(i => i.GetProperty("observations").EnumerateArray()).ToArray();
        Assert.True(observations.Length >= 10);
        Assert.All(observations, o => Assert.Equal(("not-published", null), (Text(o, "status"), Number(o))));
    }

    [Fact]
    public Task It_is_open_data() => server.IsOpenDataAsync("/api/v1/indicators");

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static decimal? Number(JsonElement element) => element.GetProperty("value") is { ValueKind: JsonValueKind.Number } value ? value.GetDecimal() : null;
}
