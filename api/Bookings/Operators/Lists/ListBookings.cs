using Jizhou.Public.Api.Platform.Formats;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Accounts;
using Jizhou.Public.Api.Platform.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Bookings.Operators.Lists;

/// <summary>GET /console/bookings/ and /console/bookings.csv — today's and coming bookings, filtered, page by page; personal data masked.</summary>
public static class ListBookings
{
    private const int PageSize = 50;
    private const int MostExported = 100_000;

    /// <summary>Maps page and file.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var bookings = app.MapGroup("/console").ExcludeFromDescription().RequireRole(DeskReach.Readers);
        bookings.MapGet("/bookings/", ShowAsync);
        bookings.MapGet("/bookings.csv", ExportAsync);
        bookings.MapGet("/day/", MovedTo);
    }

    // The day's list was a page of its own once; its address leads to the same day here.
    private static RedirectHttpResult MovedTo(HttpContext http, BookingDesk desk) =>
        TypedResults.LocalRedirect(BookingFilter.AddressOf(BookingFilter.Day(http.Request.Query["date"]) ?? desk.Clock.Today));

    private static async Task<IResult> ShowAsync(HttpContext http, BookingDesk desk, OperatorVillages villages, CancellationToken cancellationToken)
    {
        var reach = await DeskReach.OfAsync(http.User, villages, cancellationToken);
        var filter = BookingFilter.Of(http.Request.Query, desk.Clock.Today);
        var lines = await BookingLists.FilterAsync(filter, reach, PageSize + 1, desk, cancellationToken);
        return ConsolePage.Show<BookingsPage>(http, new Dictionary<string, object?>
        {
            ["Filter"] = filter,
            ["Sum"] = await BookingLists.SumAsync(filter, reach, desk, cancellationToken),
            ["Lines"] = lines.Take(PageSize).ToList(),
            ["Next"] = lines.Count > PageSize ? "/console/bookings/" + filter.Query(lines[PageSize - 1].End) : null,
            ["Facts"] = desk.Facts,
            ["Reach"] = reach,
            ["Today"] = desk.Clock.Today,
        });
    }

    private static async Task<IResult> ExportAsync(HttpContext http, BookingDesk desk, OperatorVillages villages, CancellationToken cancellationToken)
    {
        var reach = await DeskReach.OfAsync(http.User, villages, cancellationToken);
        var filter = BookingFilter.Of(http.Request.Query, desk.Clock.Today) with { After = null };
        var table = new CsvText("reference", "label", "date", "window", "area", "township", "village", "items", "cubic_metres", "class", "access", "channel", "state", "truck", "phone");
        foreach (var line in await BookingLists.FilterAsync(filter, reach, MostExported, desk, cancellationToken))
        {
            var village = desk.Facts.Geo.Village(line.Village);
            table.Row(SpokenNumber.FromStored(line.Reference).ToString(), line.Label, DeskWords.Iso(line.Slot.Date), desk.Facts.Book.Rules.Window(line.Slot.Window)?.Name, line.Slot.Area,
                village is null ? "" : desk.Facts.Geo.Township(village.Township)?.Name, village?.Name, line.Items, line.CubicMetres, DeskWords.Class(line.Class, desk.Facts),
                line.Access, line.Channel, line.State, line.Truck, line.Phone);
        }

        http.Response.Headers.CacheControl = "no-store";
        return table.ToFile("bookings.csv", withMark: true);
    }
}
