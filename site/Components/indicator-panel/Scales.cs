using Jizhou.Public.Content;

namespace Jizhou.Public.Site.Components;

/// <summary>The value at which a bar is full, so that bars beside each other may be compared.</summary>
public static class Scales
{
    /// <summary>100 for a share in percent; otherwise the larger of the two figures, rounded up to one leading digit.</summary>
    public static decimal Of(Indicator indicator) =>
        indicator.Unit == "%" && Largest(indicator) <= 100 ? 100 : RoundUp(Largest(indicator));

    /// <summary>One scale for all five-year sums, which stand in one panel.</summary>
    public static decimal FiveYears(IEnumerable<Indicator> indicators) =>
        RoundUp(indicators.Where(indicator => indicator.Cumulative).Select(Largest).DefaultIfEmpty(1).Max());

    private static decimal Largest(Indicator indicator) => Math.Max(indicator.Baseline.Value ?? 0, indicator.Target.Value ?? 0);

    private static decimal RoundUp(decimal value)
    {
        var step = 1m;
        while (step * 10 < value)
        {
            step *= 10;
        }

        return Math.Max(1, Math.Ceiling(value / step) * step);
    }
}
