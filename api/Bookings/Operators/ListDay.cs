using System.Globalization;
using System.Text.Json;
using Jizhou.Public.Api.Bookings.Catalogue;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Text;

namespace Jizhou.Public.Api.Bookings.Operators;

/// <summary>GET /console/day/ — the bookings of a day, personal data masked.</summary>
public static class ListDay
{
    /// <summary>Roles that see the list. A village agent sees own villages only, at /console/bookings/; a crew its own round; an editor no bookings.</summary>
    public static readonly string[] Readers = [Roles.Viewer, Roles.Dispatcher, Roles.Administrator];

    /// <summary>One line of the list.</summary>
    /// <param name="Label">What stands on the item.</param>
    /// <param name="Window">上午 or 下午.</param>
    /// <param name="Village">Where.</param>
    /// <param name="Items">What, in words.</param>
    /// <param name="CubicMetres">Volume.</param>
    /// <param name="Phone">Masked phone.</param>
    /// <param name="State">In words.</param>
    /// <param name="IsCancelled">Struck through when true.</param>
    public sealed record Line(string Label, string Window, string Village, string Items, decimal CubicMetres, string Phone, string State, bool IsCancelled);

    /// <summary>Maps the page.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/console/day/", HandleAsync).RequireRole(Readers).ExcludeFromDescription();

    /// <summary>Today unless another date is asked for; a date that cannot be read means today.</summary>
    public static async Task<IResult> HandleAsync(HttpContext http, BookingDesk desk, CancellationToken cancellationToken)
    {
        var today = desk.Clock.Today;
        var day = DateOnly.TryParseExact(http.Request.Query["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked.Year is > 2000 and < 2200 ? asked : today;
        var bookings = await desk.Database.ReadAsync(c => BookingStore.OfDayAsync(c, day), cancellationToken);
        return ConsolePage.Show<DayPage>(http, new Dictionary<string, object?>
        {
            ["Day"] = day,
            ["Today"] = today,
            ["Lines"] = Lines(bookings, desk),
        });
    }

    private static List<Line> Lines(IReadOnlyList<StoredBooking> bookings, BookingDesk desk)
    {
        var windows = desk.Facts.Book.Rules.Windows.Select((window, order) => (window, order)).ToDictionary(w => w.window.Code, w => (w.window.Name, w.order), StringComparer.Ordinal);
        return [.. bookings
            .OrderBy(b => windows.GetValueOrDefault(b.Slot.Window).order).ThenBy(b => b.Village, StringComparer.Ordinal).ThenBy(b => b.Label, StringComparer.Ordinal)
            .Select(b => View(b, windows.TryGetValue(b.Slot.Window, out var w) ? w.Name : b.Slot.Window, desk))];
    }

    private static Line View(StoredBooking booking, string window, BookingDesk desk)
    {
        var quote = JsonSerializer.Deserialize<Quote>(booking.Quote, JsonForm.Options)!;
        var phone = booking.Secret is { } secret ? PhoneNumber.FromStored(desk.Secrets.Open<Personal>(secret, BookingSecrets.PersonalData).Phone).Masked : "已删除";
        return new Line(booking.Label, window, desk.Facts.Geo.Village(booking.Village)?.Label ?? booking.Village,
            string.Join("，", quote.Lines.Select(l => $"{l.Name} {l.Count}{l.Unit}")), quote.CubicMetres, phone, DeskWords.State(booking.State), booking.State == BookingState.Cancelled);
    }
}
