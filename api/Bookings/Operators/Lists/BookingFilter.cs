using System.Globalization;
using Jizhou.Public.Api.Bookings.Slots;

namespace Jizhou.Public.Api.Bookings.Operators.Lists;

/// <summary>Where a page of the list ends, so that the next one begins behind it and nothing is lost or doubled when bookings come in between.</summary>
/// <param name="Day">2026-11-24.</param>
/// <param name="Label">Label of the last line.</param>
/// <param name="Reference">Its reference.</param>
public sealed record ListEnd(string Day, string Label, string Reference);

/// <summary>Which bookings are asked for; blank means all.</summary>
/// <param name="Area">Code of a service area.</param>
/// <param name="From">First day; today when nothing is said, the beginning for overdue ones.</param>
/// <param name="To">Last day, included.</param>
/// <param name="Place">Code of a village (12 digits) or township (9).</param>
/// <param name="Service">Code of a service.</param>
/// <param name="Class">Code of a class.</param>
/// <param name="State">A state.</param>
/// <param name="Truck">Code of a vehicle, for bookings in its rounds.</param>
/// <param name="Channel">web, phone or agent.</param>
/// <param name="Only"><c>unassigned</c>: still to be collected and in no round; <c>overdue</c>: day past without a result.</param>
/// <param name="After">End of the page before.</param>
public sealed record BookingFilter(
    string Area, DateOnly? From, DateOnly? To, string Place, string Service, string Class, string State, string Truck, string Channel, string Only, ListEnd? After)
{
    /// <summary>Bookings that are in no round.</summary>
    public const string Unassigned = "unassigned";

    /// <summary>Bookings whose day has passed without a result.</summary>
    public const string Overdue = "overdue";

    /// <summary>Reads the query of the page; what cannot be read counts as not asked for.</summary>
    public static BookingFilter Of(IQueryCollection query, DateOnly today)
    {
        var only = query["only"].ToString();
        var from = Day(query["from"]);
        return new BookingFilter(
            Code(query["area"]), from ?? (only == Overdue || query.ContainsKey("from") ? null : today), Day(query["to"]), Digits(query["village"]), Code(query["service"]),
            Code(query["class"]), Code(query["state"]), Code(query["truck"]), Code(query["channel"]), only is Unassigned or Overdue ? only : "", End(query["after"]));
    }

    /// <summary>Address of the list of one day.</summary>
    public static string AddressOf(DateOnly day) => $"/console/bookings/?from={DeskWords.Iso(day)}&to={DeskWords.Iso(day)}";

    /// <summary>The filter as a query, for links to the next page and to the file.</summary>
    public string Query(ListEnd? after = null)
    {
        var parts = new Dictionary<string, string?>
        {
            ["area"] = Area,
            ["to"] = DeskWords.Iso(To),
            ["village"] = Place,
            ["service"] = Service,
            ["class"] = Class,
            ["state"] = State,
            ["truck"] = Truck,
            ["channel"] = Channel,
            ["only"] = Only,
            ["after"] = after is null ? null : $"{after.Day}|{after.Label}|{after.Reference}",
        };
        List<KeyValuePair<string, string?>> asked = [new("from", DeskWords.Iso(From)), .. parts.Where(part => !string.IsNullOrEmpty(part.Value))];
        return QueryString.Create(asked).ToString();
    }

    /// <summary>The values of the list's one query.</summary>
    internal object Values(DeskReach reach, DateOnly today, int count) => new
    {
        area = Area,
        from = From is { } from ? SlotStore.Day(from) : "",
        to = To is { } to ? SlotStore.Day(to) : "9999-12-31",
        place = Place + "%",
        service = Service.Length == 0 ? "" : $"%,{Service},%",
        booker = Class,
        state = State,
        truck = Truck,
        channel = Channel,
        only = Only,
        today = SlotStore.Day(today),
        reach = reach.Written,
        afterDay = After?.Day ?? "",
        afterLabel = After?.Label ?? "",
        afterReference = After?.Reference ?? "",
        count,
    };

    /// <summary>A day as fields and addresses write it; null when it cannot be read.</summary>
    internal static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 2200 ? day : null;

    private static string Code(string? text) => text is { Length: > 0 and <= 40 } code && code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? code : "";

    private static string Digits(string? text) => text is { Length: 9 or 12 } code && code.All(char.IsAsciiDigit) ? code : "";

    private static ListEnd? End(string? text) => text is { Length: <= 80 } end && end.Split('|') is [var day, var label, var reference] ? new ListEnd(day, label, reference) : null;
}
