using System.Globalization;
using Jizhou.Public.Api.Platform.Operators;

namespace Jizhou.Public.Api.Places.Editing;

/// <summary>GET /console/places/ — finds a place by its name, address or id.</summary>
public static class FindPlace
{
    private const int PageSize = 50;

    /// <summary>Maps the page.</summary>
    public static void Map(IEndpointRouteBuilder places) => places.MapGet("/", Handle);

    /// <summary>One page of places by name.</summary>
    public static IResult Handle(HttpContext http, CurrentPlaces places)
    {
        var words = http.Request.Query["q"].ToString().Trim();
        var page = int.TryParse(http.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 1;
        var snapshot = places.Snapshot;
        var found = snapshot.ByName.Where(entry => Has(entry, words)).Skip((page - 1) * PageSize).Take(PageSize + 1).ToList();
        return ConsolePage.Show<FindPlacePage>(http, new Dictionary<string, object?>
        {
            ["Asked"] = words,
            ["Number"] = page,
            ["Found"] = found.Take(PageSize).ToList(),
            ["HasMore"] = found.Count > PageSize,
            ["Words"] = snapshot.Words,
            ["Removed"] = snapshot.FindRemoved(http.Request.Query["removed"].ToString()),
        });
    }

    private static bool Has(PlaceEntry entry, string words) =>
        words.Length == 0 || entry.Place.Id == words || entry.Place.Name.Contains(words, StringComparison.OrdinalIgnoreCase)
        || entry.Place.Address?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;
}
