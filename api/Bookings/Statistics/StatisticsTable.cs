using Jizhou.Public.Api.Platform.Formats;

namespace Jizhou.Public.Api.Bookings.Statistics;

/// <summary>One column of the table, as the dictionary explains it.</summary>
/// <param name="Name">Name in the file.</param>
/// <param name="Datatype">XML Schema datatype.</param>
/// <param name="Chinese">What it is.</param>
public sealed record StatisticsColumn(string Name, string Datatype, string Chinese);

/// <summary>The statistics as one long table: a row for each number. The value of a hidden number and of a gap is empty; <c>status</c> says which.</summary>
public static class StatisticsTable
{
    /// <summary>The columns, in order.</summary>
    public static readonly IReadOnlyList<StatisticsColumn> Columns =
    [
        new("month", "gYearMonth", "月份，如 2026-11"),
        new("township", "string", "乡镇、街道的 9 位代码；全区为 120119；空：几个乡镇同一车称的，分不开"),
        new("township_name", "string", "乡镇、街道名称"),
        new("measure", "string", "哪个数，见数据字典"),
        new("stream", "string", "哪一类东西；只有 volume、weight、loads 有"),
        new("centre", "string", "送到哪里的代码；several：一车分送几处；空：没有写下，或是合计"),
        new("unit", "string", "单位：bookings 个预约、days 天、m3 立方米、kg 千克"),
        new("value", "decimal", "数值；不公布或没有数据时为空"),
        new("status", "string", "told 公布；hidden 少于 5 或会泄露少于 5 的数；not-measured 没有量；no-data 这个月没有数据"),
    ];

    private const string District = "120119";

    /// <summary>The table.</summary>
    public static CsvText Of(IReadOnlyList<PickupMonth> months)
    {
        var table = new CsvText([.. Columns.Select(column => column.Name)]);
        foreach (var month in months)
        {
            if (month.District is null)
            {
                table.Row(month.Month, District, "全区", null, null, null, null, null, "no-data");
                continue;
            }

            Write(table, month.Month, District, "全区", month.District);
            foreach (var township in month.Townships)
            {
                Write(table, month.Month, township.Code, township.Name, township.Counts);
            }

            foreach (var load in month.Loads)
            {
                Write(table, month.Month, load);
            }
        }

        return table;
    }

    private static void Write(CsvText table, string month, string code, string name, PickupCounts counts)
    {
        void Row(string measure, string unit, object? value, string ifNull = "hidden") =>
            table.Row(month, code, name, measure, null, null, unit, value, value is null ? ifNull : "told");

        var nobodyAsked = counts.Asked == 0 ? "no-data" : "hidden";
        Row("asked", "bookings", counts.Asked);
        Row("first-date-median", "days", counts.MedianDays, nobodyAsked);
        Row("first-date-p90", "days", counts.NinetiethDays, nobodyAsked);
        Row("collected", "bookings", counts.Collected);
        Row("partly-collected", "bookings", counts.PartlyCollected);
        Row("not-collected", "bookings", counts.NotCollected);
        Row("without-result", "bookings", counts.WithoutResult);
        Row("missed", "bookings", counts.Missed);
        Row("postponed", "bookings", counts.Postponed);
    }

    private static void Write(CsvText table, string month, LoadCounts load)
    {
        void Row(string measure, string unit, object? value) => table.Row(month, load.Township ?? District, load.TownshipName, measure, load.Stream, load.Centre, unit, value,
            value is not null ? "told" : load.Bookings is null ? "hidden" : "not-measured");

        Row("loads", "bookings", load.Bookings);
        Row("volume", "m3", load.CubicMetres);
        Row("weight", "kg", load.Kilograms);
    }
}
