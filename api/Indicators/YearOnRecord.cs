using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Indicators;

/// <summary>
/// What is known of an indicator in a year. A target is never given as a value: a year without a published one is
/// <c>not-published</c>, whether the plan covers it or not.
/// </summary>
public static class YearOnRecord
{
    /// <summary>The answer for any year.</summary>
    public static ObservationAnswer Of(Indicator indicator, int year)
    {
        if (indicator.Observations.FirstOrDefault(o => o.Year == year) is { } observation)
        {
            return ObservationAnswer.Of(observation, observation.Value is null ? NotPublished(indicator, year) : null);
        }

        var baseline = indicator.Baseline;
        return year == baseline.Year && baseline is { Period: null, Value: { } value }
            ? new ObservationAnswer(year, value, "published", indicator.Citation.CheckedOn, indicator.Citation, $"规划写明的{year}年基数，原文“{baseline.Raw}”。")
            : new ObservationAnswer(year, null, "not-published", indicator.Citation.CheckedOn, null, NotPublished(indicator, year));
    }

    private static string NotPublished(Indicator indicator, int year)
    {
        var (baseline, target) = (indicator.Baseline, indicator.Target);
        if (year < baseline.Year || year > target.Year)
        {
            return $"规划只写{baseline.Year}年基数和{target.Year}年目标，{year}年不在规划期内，没有公布的数值。";
        }

        if (year == baseline.Year)
        {
            return baseline.Period is { } sum ? $"规划只写{sum}年的五年累计数（{baseline.Raw}），没有{year}年单年的数值。" : $"规划没有写{year}年的数值（{baseline.Raw}）。";
        }

        return year == target.Year
            ? $"没有公布{year}年的数值。“{target.Raw}”是规划的目标，不是完成值。"
            : $"没有公布{year}年的数值。";
    }
}
