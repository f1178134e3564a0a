using System.Globalization;
using Jizhou.Public.Api.Bookings.Rounds.Results;
using Jizhou.Public.Api.Platform.Formats;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Rounds.Dispatch;

/// <summary>
/// GET /console/rounds/{area}/{day}/sheet/ and rounds.csv — the rounds on paper, a page for each vehicle, and as a table. Phones and addresses stand there in full
/// only for those who make rounds and not after the day; that they were opened is noted.
/// </summary>
public static class PrintRounds
{
    private static readonly string[] Columns =
        ["日期", "片区", "车", "顺序", "时段", "标签", "乡镇", "村（社区）", "地址", "电话", "称呼", "路况", "楼层", "物品", "立方米", "备注", "状态", "结果时间", "原因"];

    /// <summary>A vehicle's sheet.</summary>
    /// <param name="Truck">The vehicle.</param>
    /// <param name="Stops">Its stops.</param>
    public sealed record Sheet(Truck Truck, IReadOnlyList<StopView> Stops);

    /// <summary>Maps page and table.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var board = app.MapGroup("/console/rounds/{area}/{day}").ExcludeFromDescription().RequireRole(RoundRoles.Readers);
        board.MapGet("/sheet/", ShowAsync);
        board.MapGet("/rounds.csv", ExportAsync);
    }

    private static async Task<IResult> ShowAsync(string area, string day, HttpContext http, RoundDesk desk, CancellationToken cancellationToken) =>
        await ReadAsync(area, day, "打印", http, desk, cancellationToken) is not var (served, date, sheets) ? TypedResults.NotFound() : ConsolePage.Show<SheetPage>(http, new Dictionary<string, object?>
        {
            ["Area"] = served,
            ["Day"] = date,
            ["Sheets"] = sheets,
            ["Sample"] = desk.Bookings.Facts.Book.Rounds.Sample,
        });

    private static async Task<IResult> ExportAsync(string area, string day, HttpContext http, RoundDesk desk, CancellationToken cancellationToken)
    {
        if (await ReadAsync(area, day, "下载", http, desk, cancellationToken) is not var (served, date, sheets))
        {
            return TypedResults.NotFound();
        }

        var table = new CsvText(Columns);
        foreach (var (sheet, stop, number) in sheets.SelectMany(s => s.Stops.Select((stop, i) => (s, stop, i + 1))))
        {
            table.Row(date, served.Name, sheet.Truck.Name, number, stop.Window, stop.Booking.Label, stop.Township, stop.Village, stop.Address, stop.Phone, stop.Name,
                stop.Access, stop.Floor, stop.Items, stop.CubicMetres, stop.Note, StateWords.Of(stop.Booking.State),
                stop.Result is { } result ? StateWords.Time(result.HappenedAt) : null, desk.Bookings.Facts.Book.Rounds.Reason(stop.Result?.Reason)?.Name);
        }

        http.Response.Headers.CacheControl = "no-store";
        return table.ToFile(string.Create(CultureInfo.InvariantCulture, $"rounds-{served.Code}-{date:yyyy-MM-dd}.csv"), withMark: true);
    }

    private static async Task<(ServiceArea Area, DateOnly Day, IReadOnlyList<Sheet> Sheets)?> ReadAsync(
        string area, string day, string how, HttpContext http, RoundDesk desk, CancellationToken cancellationToken)
    {
        if (desk.Bookings.Facts.Book.Area(area) is not { } served || ListRounds.DayOf(day) is not { } date)
        {
            return null;
        }

        var isOpen = http.User.Holds(RoundRoles.Makers) && date >= desk.Bookings.Clock.Today;
        if (isOpen)
        {
            await desk.Audit.NoteAsync(Actor.Of(http.User), RoundActions.SheetOpened, $"{area} {day}", $"{how}{served.Name} {day} 的清运单（含电话和地址）", cancellationToken);
        }

        return await desk.Bookings.Database.ReadAsync(async connection =>
        {
            var board = await DayRounds.ReadAsync(connection, desk, served, date);
            var results = (await ResultStore.OfDayAsync(connection, date)).Where(r => r.Standing == "stands").ToDictionary(r => r.Reference, StringComparer.Ordinal);
            IReadOnlyList<Sheet> sheets = [.. board.Rounds.Where(r => r.Stops.Count > 0)
                .Select(r => new Sheet(r.Truck, [.. r.Stops.Select(s => StopView.Of(s, desk, isOpen, results.GetValueOrDefault(s.Reference)))]))];
            return (served, date, sheets);
        }, cancellationToken);
    }
}
