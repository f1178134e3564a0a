using Jizhou.Public.Api.Platform.Counts;
using Jizhou.Public.Api.Platform.Formats;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Reports.Counts;

/// <summary>GET /reports/counts and /reports/counts.csv — how many reports came in, by month; small numbers are hidden.</summary>
public static class CountReports
{
    /// <summary>The counts.</summary>
    /// <param name="By">kind, township or state.</param>
    /// <param name="Least">Counts below this one are null.</param>
    /// <param name="Months">The months, the newest first; months without reports are left out.</param>
    public sealed record Response(string By, int Least, IReadOnlyList<CountedMonth> Months);

    /// <summary>One month.</summary>
    /// <param name="Name">2026-11.</param>
    /// <param name="Total">All reports; null below 5.</param>
    /// <param name="Counts">By code.</param>
    public sealed record CountedMonth(string Name, long? Total, IReadOnlyList<Cell> Counts);

    /// <summary>One number.</summary>
    /// <param name="Code">Code; empty where no township was given.</param>
    /// <param name="Name">For people.</param>
    /// <param name="Count">How many; null where hidden.</param>
    public sealed record Cell(string Code, string Name, long? Count);

    private static readonly CountBy[] Divisions = Enum.GetValues<CountBy>();

    /// <summary>Maps both.</summary>
    public static void Map(IEndpointRouteBuilder reports)
    {
        reports.MapGet("/counts", HandleAsync).WithName(nameof(CountReports)).WithSummary("上报数量：按月，按种类、乡镇或进度").Produces<Response>();
        reports.MapGet("/counts.csv", HandleCsvAsync).WithName("ExportReportCounts").WithSummary("上报数量（CSV）").Produces<string>(contentType: "text/csv");
    }

    /// <summary>The counts.</summary>
    /// <param name="desk">What decides.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <param name="by">kind, township or state.</param>
    public static async Task<IResult> HandleAsync(ReportDesk desk, CancellationToken cancellationToken, string by = "kind") =>
        TryParse(by, out var division) ? TypedResults.Ok(await ReadAsync(desk, division, cancellationToken)) : NoSuchDivision(by).ToProblem();

    /// <summary>The same as a table: an empty count is hidden.</summary>
    /// <param name="desk">What decides.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <param name="by">kind, township or state.</param>
    public static async Task<IResult> HandleCsvAsync(ReportDesk desk, CancellationToken cancellationToken, string by = "kind")
    {
        if (!TryParse(by, out var division))
        {
            return NoSuchDivision(by).ToProblem();
        }

        var table = new CsvText("month", "by", "code", "name", "count");
        foreach (var month in (await ReadAsync(desk, division, cancellationToken)).Months)
        {
            table.Row(month.Name, by, "total", "合计", month.Total);
            foreach (var cell in month.Counts)
            {
                table.Row(month.Name, by, cell.Code, cell.Name, cell.Count);
            }
        }

        return table.ToFile("report-counts.csv", withMark: true);
    }

    /// <summary>The counts with the small ones hidden.</summary>
    public static async Task<Response> ReadAsync(ReportDesk desk, CountBy by, CancellationToken cancellationToken)
    {
        var rows = await desk.Database.ReadAsync(connection => CountStore.ReadAsync(connection, by), cancellationToken);
        return new Response(Word(by), SmallCounts.Least, [.. rows.GroupBy(row => row.Month).Select(month => Of(month.Key, [.. month], by, desk.Facts))]);
    }

    private static CountedMonth Of(string month, IReadOnlyList<CountRow> rows, CountBy by, ReportFacts facts)
    {
        var counts = rows.Select(row => row.Count).ToList();
        var told = SmallCounts.Hide(counts);
        return new CountedMonth(month, SmallCounts.HideTotal(counts), [.. rows.Select((row, i) => new Cell(row.Code, NameOf(row.Code, by, facts), told[i]))]);
    }

    private static bool TryParse(string text, out CountBy by)
    {
        by = Divisions.FirstOrDefault(division => Word(division) == text);
        return Word(by) == text;
    }

    private static Refusal NoSuchDivision(string by)
    {
        var message = $"by=“{by}” 不对，应为 {string.Join("、", Divisions.Select(Word))} 之一。";
        return PlatformRefusals.InvalidParameter.Because(message) with { Fields = [new("by", FieldCodes.NotOneOf, message)] };
    }

    private static string Word(CountBy by) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(by.ToString());

    private static string NameOf(string code, CountBy by, ReportFacts facts) => by switch
    {
        CountBy.Kind => facts.Book.Kind(code)?.Name ?? code,
        CountBy.State => ReportState.Words.GetValueOrDefault(code, code),
        _ => facts.TownshipName(code) ?? "没有写乡镇",
    };
}
