using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Indicators;

/// <summary>The refusals of the indicators.</summary>
public static class IndicatorRefusals
{
    public static readonly RefusalKind IndicatorNotFound = new(
        "indicator_not_found", 404, "没有这个指标", "地址里的指标 id 不存在；GET /api/v1/indicators 列出全部十项。");

    public static readonly RefusalKind YearOutOfRange = new(
        "year_out_of_range", 400, "年份不对", "year 应是 1949 到 2100 之间的公历年份。");

    /// <summary>First and last year anyone may sensibly ask about.</summary>
    public const int FirstYear = 1949, LastYear = 2100;

    /// <summary>No indicator has this id.</summary>
    public static Refusal NoSuchIndicator(string id) =>
        IndicatorNotFound.Because($"没有 id 为“{id}”的指标。全部十项见 /api/v1/indicators。");

    /// <summary>Not a year.</summary>
    public static Refusal NotAYear(int year) => YearOutOfRange.Because($"year={year} 不对，应在 {FirstYear} 到 {LastYear} 之间。") with
    {
        Fields = [new FieldRefusal("year", FieldCodes.OutOfRange, $"应在 {FirstYear} 到 {LastYear} 之间")],
    };
}
