using System.Globalization;
using System.Text.RegularExpressions;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Accounts;
using Jizhou.Public.Api.Platform.Text;

namespace Jizhou.Public.Api.Bookings.Operators.Lists;

/// <summary>
/// POST /console/bookings/find/ — finds by reference (with or without the phone's last four digits), label, phone or village. A form that is posted:
/// a phone number never stands in an address.
/// </summary>
public static partial class FindBookings
{
    private const int MostPlaces = 30;

    /// <summary>Maps the form.</summary>
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGroup("/console/bookings/find").ExcludeFromDescription().RequireRole(DeskReach.Readers).ChecksForms().MapPost("/", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext http, BookingDesk desk, OperatorVillages villages, CancellationToken cancellationToken)
    {
        var words = HalfWidth.Of((await http.Request.ReadFormAsync(cancellationToken))["words"].ToString()).Trim();
        var reach = await DeskReach.OfAsync(http.User, villages, cancellationToken);
        var lines = words.Length is 0 or > 100 ? [] : await LinesAsync(words, reach, desk, cancellationToken);
        if (lines.Count == 1)
        {
            return TypedResults.LocalRedirect($"/console/bookings/{lines[0].Reference}/");
        }

        var places = lines.Count > 0 || words.Length == 0 ? [] : Places(words, reach, desk.Facts);
        return places is [var place]
            ? TypedResults.LocalRedirect($"/console/bookings/?village={place.Code}")
            : ConsolePage.Show<FoundPage>(http, new Dictionary<string, object?> { ["Words"] = words, ["Lines"] = lines, ["Places"] = places, ["Facts"] = desk.Facts });
    }

    private static async Task<IReadOnlyList<BookingLine>> LinesAsync(string words, DeskReach reach, BookingDesk desk, CancellationToken cancellationToken)
    {
        var phoneKey = PhoneNumber.TryParse(words, out var phone) ? desk.Secrets.Key("phone", phone.Digits) : "";
        var (reference, ending) = Reference(words);
        var lines = await BookingLists.FindAsync(reference, Label(words), phoneKey, reach, desk, cancellationToken);
        if (ending is null)
        {
            return lines;
        }

        var key = desk.Secrets.Key("ending", $"{reference}|{ending}");
        var booking = await desk.Database.ReadAsync(c => BookingStore.FindAsync(c, reference), cancellationToken);
        return booking?.EndingKey == key ? lines : [];
    }

    // "7K3M-9QXD-2FVH", or "7K3M-9QXD-2FVH 1234" with the phone's last four digits.
    private static (string Reference, string? Ending) Reference(string words)
    {
        if (SpokenNumber.TryParse(words, out var number))
        {
            return (number.Text, null);
        }

        return WithEnding().Match(words) is { Success: true } match && SpokenNumber.TryParse(match.Groups["reference"].Value, out number) ? (number.Text, match.Groups["ending"].Value) : ("", null);
    }

    // "渔阳 11-25 07", also read aloud as 渔阳11月25日7.
    private static string Label(string words) => LabelForm().Match(words) is { Success: true } match
        ? string.Create(CultureInfo.InvariantCulture, $"{match.Groups["place"].Value} {Number(match, "month"):00}-{Number(match, "day"):00} {Number(match, "number"):00}")
        : "";

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static List<VillageName> Places(string words, DeskReach reach, PickupFacts facts) =>
    [
        .. facts.Geo.Townships.Where(t => reach.IsEverywhere && t.Name.Contains(words, StringComparison.Ordinal)).Select(t => new VillageName(t.Code, t.Name))
            .Concat(DeskVillages.Like(words, reach, facts).Select(v => new VillageName(v.Code, DeskVillages.NameOf(v, facts)))).Take(MostPlaces),
    ];

    [GeneratedRegex(@"^(?<reference>.+?)[\s,，]+(?<ending>\d{4})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WithEnding();

    [GeneratedRegex(@"^(?<place>[^\s\d]+)\s*(?<month>\d{1,2})\s*[-/.月]\s*(?<day>\d{1,2})\s*日?\s*(?<number>\d{1,4})号?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LabelForm();
}
