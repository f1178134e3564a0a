using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Bookings.Rounds.Results;
using Jizhou.Public.Api.Platform.Formats;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Bookings.Rounds.Dispatch;

/// <summary>GET /console/rounds/results/ — a day's results, what went where, and the results that do not fit; with the table, photos and the form that settles one.</summary>
public static class ShowResults
{
    private const string Path = "/console/rounds/results/";

    /// <summary>A result as dispatchers read it.</summary>
    /// <param name="Result">As stored.</param>
    /// <param name="Label">Label of the booking.</param>
    /// <param name="Truck">Name of the vehicle.</param>
    /// <param name="Reason">Why not all, in words; null for collected.</param>
    /// <param name="Note">The crew's note; null for none, or for a viewer.</param>
    /// <param name="State">What the booking is now, in words.</param>
    public sealed record Entry(StoredResult Result, string Label, string Truck, string? Reason, string? Note, string State);

    /// <summary>Maps page, table, photo and form.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("/console/rounds").ExcludeFromDescription().RequireRole(RoundRoles.Readers);
        pages.MapGet("/results/", HandleAsync);
        pages.MapGet("/loads.csv", ExportAsync);
        var makers = app.MapGroup("/console/rounds/results").ExcludeFromDescription().RequireRole(RoundRoles.Makers).ChecksForms();
        makers.MapGet("/{id}/photo", PhotoAsync);
        makers.MapPost("/{id}/settle/", SettleAsync);
    }

    private static async Task<IResult> HandleAsync(HttpContext http, RoundDesk desk, CancellationToken cancellationToken)
    {
        var day = ListRounds.DayOf(http.Request.Query["date"]) ?? desk.Bookings.Clock.Today;
        var isOpen = http.User.Holds(RoundRoles.Makers);
        var (entries, open, loads) = await desk.Bookings.Database.ReadAsync(async connection => (
            await EntriesAsync(connection, desk, isOpen, await ResultStore.OfDayAsync(connection, day)),
            await EntriesAsync(connection, desk, isOpen, await ResultStore.DiscrepanciesAsync(connection)),
            await LoadStore.OfDayAsync(connection, day)), cancellationToken);
        return ConsolePage.Show<ResultsPage>(http, new Dictionary<string, object?>
        {
            ["Day"] = day,
            ["Today"] = desk.Bookings.Clock.Today,
            ["Entries"] = entries,
            ["Open"] = open,
            ["Loads"] = DayLoads.Sum(loads),
            ["Book"] = desk.Bookings.Facts.Book.Rounds,
            ["MayChange"] = isOpen,
        });
    }

    private static async Task<IReadOnlyList<Entry>> EntriesAsync(System.Data.Common.DbConnection connection, RoundDesk desk, bool isOpen, IReadOnlyList<StoredResult> results)
    {
        List<Entry> entries = [];
        foreach (var result in results)
        {
            var booking = await BookingStore.FindAsync(connection, result.Reference);
            var book = desk.Bookings.Facts.Book.Rounds;
            entries.Add(new Entry(result, booking?.Label ?? "", book.Truck(result.Truck)?.Name ?? result.Truck, book.Reason(result.Reason)?.Name,
                isOpen ? SaveResult.NoteOf(desk, result) : null, booking is null ? "" : $"{StateWords.Of(booking.State)}，{StateWords.Day(booking.Slot.Date)}"));
        }

        return entries;
    }

    private static async Task<IResult> ExportAsync(HttpContext http, RoundDesk desk, CancellationToken cancellationToken)
    {
        var day = ListRounds.DayOf(http.Request.Query["date"]) ?? desk.Bookings.Clock.Today;
        var book = desk.Bookings.Facts.Book.Rounds;
        var table = new CsvText("date", "stream", "streamName", "centre", "centreName", "cubicMetres", "kilograms", "entries", "sample");
        foreach (var load in DayLoads.Sum(await desk.Bookings.Database.ReadAsync(c => LoadStore.OfDayAsync(c, day), cancellationToken)))
        {
            table.Row(day, load.Stream, book.Stream(load.Stream)?.Name, load.Centre, book.Centre(load.Centre)?.Name, load.Litres / 1000m, load.Kilograms, load.Lines, book.Sample);
        }

        http.Response.Headers.CacheControl = "no-store";
        return table.ToFile($"loads-{Slots.SlotStore.Day(day)}.csv", withMark: true);
    }

    private static async Task<IResult> PhotoAsync(string id, HttpContext http, RoundDesk desk, CancellationToken cancellationToken)
    {
        if (await desk.Bookings.Database.ReadAsync(c => ResultStore.PhotoAsync(c, id), cancellationToken) is not { } photo)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Bytes(desk.Bookings.Secrets.OpenPhoto(photo.Secret), photo.MediaType);
    }

    private static async Task<IResult> SettleAsync(string id, HttpContext http, RoundDesk desk, CancellationToken cancellationToken)
    {
        var actor = Actor.Of(http.User);
        await desk.Bookings.Database.WriteAsync(async tx =>
        {
            if (await ResultStore.SettleAsync(tx, id, actor.Name) && await ResultStore.FindAsync(tx.Open(), id, tx) is { } result)
            {
                var label = (await BookingStore.FindAsync(tx.Open(), result.Reference, tx))?.Label ?? "";
                await desk.Audit.NoteAsync(tx, actor, RoundActions.Settled, label, $"处理对不上的结果：{ResultWords.Of(result.Result)}（{ResultRule.Words(result.Discrepancy)}）");
            }
        }, cancellationToken);
        return TypedResults.LocalRedirect(Path);
    }
}
