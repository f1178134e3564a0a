using Jizhou.Public.Api.Indicators;
using Jizhou.Public.Content;
using Jizhou.Public.UnitTests.Content;

namespace Jizhou.Public.UnitTests.Indicators;

public sealed class YearOnRecordTests
{
    private static readonly Indicator Real = TestContent.Real.Indicators.Single(i => i.Id == "mulch-film-recovery");

    [Fact]
    public void A_published_value_is_told_with_its_source_and_without_a_warning()
    {
        var published = Real with { Observations = [new IndicatorObservation(2023, 84.5m, "published", new DateOnly(2026, 11, 22), Real.Citation)] };
        var answer = YearOnRecord.Of(published, 2023);
        Assert.Equal((84.5m, "published", null), (answer.Value, answer.Status, answer.Message));
        Assert.Equal(Real.Citation, answer.Citation);
    }

    [Fact]
    public void No_year_from_1949_to_2100_but_the_baseline_has_a_value()
    {
        foreach (var indicator in TestContent.Real.Indicators)
        {
            for (var year = IndicatorRefusals.FirstYear; year <= IndicatorRefusals.LastYear; year++)
            {
                var answer = YearOnRecord.Of(indicator, year);
                Assert.Equal(year == 2020 && !indicator.Cumulative ? indicator.Baseline.Value : null, answer.Value);
                Assert.False(string.IsNullOrEmpty(answer.Message));
            }
        }
    }
}
