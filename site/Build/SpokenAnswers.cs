using System.Text.Encodings.Web;
using System.Text.Json;
using Jizhou.Public.Content;

namespace Jizhou.Public.Site.Build;

/// <summary>
/// What a call taker reads out about each item and each rule, in the order of the search index: <c>reason|prepare|way|basis</c>, way and basis as
/// places in their lists. Two sentences are made of it on the device (site/Components/call-takers).
/// </summary>
public static class SpokenAnswers
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file.</summary>
    public static string Write(ContentFolder content)
    {
        var sorting = content.Sorting;
        List<string> ways = [], bases = [];
        var items = sorting.Items.Select(i => Line(i.Reason, i.Prepare, Place(ways, sorting.HowToHandOver(i)), Place(bases, Basis(i.Basis, i.Confidence, i.Citations, sorting)))).ToList();
        var rules = sorting.Rules.Select(r => r.Category is null ? "" : Line(r.Reason, r.Prepare,
            Place(ways, sorting.Ways.GetValueOrDefault(r.Goes ?? "")?.HowToHandOver ?? sorting.Category(r.Category)!.HowToHandOver),
            Place(bases, Basis("R1", Confidence.Probable, sorting.Category(r.Category)!.Citations, sorting)))).ToList();
        return JsonSerializer.Serialize(new { items, rules, ways, bases, bookings = Bookings(content) }, Compact);
    }

    // The things that a truck takes away: the booking's address by the item's id.
    private static Dictionary<string, string> Bookings(ContentFolder content) => content.Sorting.Items
        .Select(i => (i.Id, Address: Pipelines.NextSteps.BookingOf(i, content))).Where(i => i.Address is not null).ToDictionary(i => i.Id, i => i.Address!, StringComparer.Ordinal);

    private static string Basis(string code, Confidence confidence, IReadOnlyList<Citation> citations, SortingCatalogue sorting) =>
        $"{sorting.Basis(code)?.Name}（{confidence.Label()}）" + (citations.Count > 0 ? "：" + string.Join("、", citations.Select(c => c.Label)) : "");

    private static string Line(string reason, string? prepare, int way, int basis) => $"{reason}|{prepare}|{way}|{basis}";

    private static int Place(List<string> list, string text)
    {
        var place = list.IndexOf(text);
        if (place < 0)
        {
            place = list.Count;
            list.Add(text);
        }

        return place;
    }
}
