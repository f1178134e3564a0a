using Jizhou.Public.Content;

namespace Jizhou.Public.UnitTests.Content;

/// <summary>The ten indicators against the plan's table, and the reading of its words.</summary>
public sealed class IndicatorTests
{
    /// <summary>The plan's table: number, name, cumulative, then raw, value and op of 2020 and 2025, departments.</summary>
    public static TheoryData<int, string, bool, string, string, string> Table => new()
    {
        { 1, "能源产出率提高", true, "〔23〕 23 = 2016-2020", "〔17〕 17 = 2021-2025", "区发展改革委" },
        { 2, "水资源产出率提高", true, "〔11〕 11 = 2016-2020", "完成市级下达目标   2021-2025", "区水务局" },
        { 3, "建设用地产出率提高", true, "—   2016-2020", "〔20〕 20 = 2021-2025", "市规划资源局蓟州分局" },
        { 4, "再生水利用率", false, "44 44 = ", "50以上 50 >= ", "区水务局" },
        { 5, "规模以上工业企业重复用水率", false, "94.9 94.9 = ", "95以上 95 >= ", "区工信局、区水务局" },
        { 6, "一般工业固体废物综合利用率", false, "99 99 = ", "99以上 99 >= ", "区工信局、区生态环境局" },
        { 7, "城镇生活垃圾无害化处理率", false, "100 100 = ", "100 100 = ", "区城市管理委" },
        { 8, "城市建筑垃圾资源化处理率", false, "24 24 = ", "30 30 = ", "区城市管理委" },
        { 9, "农田残膜回收率", false, "82 82 = ", "85以上 85 >= ", "区农业农村委" },
        { 10, "农作物秸秆综合利用率", false, "99 99 = ", "99以上 99 >= ", "区农业农村委" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Every_indicator_equals_the_plans_table(int no, string name, bool cumulative, string baseline, string target, string departments)
    {
        var indicator = TestContent.Real.Indicators.Single(i => i.No == no);
        Assert.Equal(name, indicator.Name);
        Assert.Equal(cumulative, indicator.Cumulative);
        Assert.Equal((2020, baseline), (indicator.Baseline.Year, Said(indicator.Baseline)));
        Assert.Equal((2025, target), (indicator.Target.Year, Said(indicator.Target)));
        Assert.Equal(departments, string.Join('、', indicator.Departments.Select(d => d.Raw)));
        Assert.Equal(("%", "预期性"), (indicator.Unit, indicator.Attribute));
        Assert.Equal(no <= 3 ? "资源产出指标" : "循环利用指标", indicator.Group);
        Assert.Equal("jizhou-plan", indicator.Citation.Id);
    }

    [Fact]
    public void There_are_ten_in_the_plans_order() =>
        Assert.Equal(Enumerable.Range(1, 10), TestContent.Real.Indicators.Select(i => i.No));

    [Fact]
    public void No_year_is_filled_from_the_target()
    {
        var observations = TestContent.Real.Indicators.SelectMany(i => i.Observations).ToList();
        Assert.Equal(50, observations.Count);
        Assert.All(observations, o => Assert.Equal(("not-published", null), (o.Status, o.Value)));
    }

    [Fact]
    public void The_two_spellings_of_one_office_lead_to_the_same_id()
    {
        var mention = TestContent.Real.Indicators.Single(i => i.No == 5).Departments[0];
        Assert.Equal(("industry", "区工业和信息化局", "区工信局"), (mention.Id, mention.Name, mention.Raw));
    }

    [Theory]
    [InlineData("〔17.5〕", "〔17.5〕 17.5 = 2021-2025")]
    [InlineData("〔17以上〕", "〔17以上〕 17 >= 2021-2025")]
    [InlineData("约50", "约50   ")]
    [InlineData("50以下", "50以下   ")]
    [InlineData("〔17", "〔17   ")]
    [InlineData("1234567890123456789012345678901234567890", "1234567890123456789012345678901234567890   ")]
    [InlineData("", "   ")]
    public void Words_that_are_not_a_plain_figure_stay_words(string raw, string said) =>
        Assert.Equal(said, Said(IndicatorFigure.Parse(raw, 2025)));

    private static string Said(IndicatorFigure figure) => $"{figure.Raw} {figure.Value} {figure.Op} {figure.Period}";
}
