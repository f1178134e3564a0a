using Jizhou.Public.Api.Places.Hours;
using Jizhou.Public.Api.Places.Import.ConsolePages;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Places.Editing;

/// <summary>
/// GET and POST /console/places/{id}/hours/ — the opening hours of one place: typed, shown as they are read, saved. The change is in the list
/// of changes and in the log, and can be taken back like an import.
/// </summary>
public static class EditHours
{
    private const int Longest = 500;

    /// <summary>Maps page and form.</summary>
    public static void Map(IEndpointRouteBuilder places)
    {
        places.MapGet("/{id}/hours/", Show);
        places.MapPost("/{id}/hours/", HandleAsync);
    }

    /// <summary>The page of a place.</summary>
    public static string Address(string id) => $"/console/places/{Uri.EscapeDataString(id)}/hours/";

    /// <summary>The hours on record.</summary>
    public static IResult Show(string id, HttpContext http, CurrentPlaces places) =>
        places.Snapshot.Find(id) is { } entry ? Page(http, entry, entry.Place.Hours ?? "", null, http.Request.Query["saved"] == "1") : Missing(http);

    /// <summary>Shows what was typed as it is read; with <c>save</c> keeps it. Words nobody can read are kept as unknown hours.</summary>
    public static async Task<IResult> HandleAsync(string id, HttpContext http, CurrentPlaces places, EditStore store, CancellationToken cancellationToken)
    {
        if (places.Snapshot.Find(id) is not { } entry)
        {
            return Missing(http);
        }

        var form = await http.Request.ReadFormAsync(cancellationToken);
        var typed = form["hours"].ToString().Trim();
        typed = typed.Length > Longest ? typed[..Longest] : typed;
        var hours = typed.Length == 0 ? null : ConfirmWords.ReadHours(typed) ?? typed;
        if (!form.ContainsKey("save"))
        {
            return Page(http, entry, typed, OpeningHours.Parse(hours), false);
        }

        var title = $"“{entry.Place.Name}”的时间改为：{HoursWords.Of(OpeningHours.Parse(hours))}";
        return await store.ChangeAsync(id, place => place with { Hours = hours }, title, Actor.Of(http.User), cancellationToken)
            ? TypedResults.LocalRedirect(Address(id) + "?saved=1")
            : Missing(http);
    }

    private static RazorComponentResult<EditHoursPage> Page(HttpContext http, PlaceEntry entry, string typed, OpeningHours? read, bool isSaved) =>
        ConsolePage.Show<EditHoursPage>(http, new Dictionary<string, object?> { ["Entry"] = entry, ["Typed"] = typed, ["Read"] = read, ["IsSaved"] = isSaved });

    /// <summary>What every page of editing answers for a place that does not stand.</summary>
    internal static RazorComponentResult<PlaceMissingPage> Missing(HttpContext http) => ConsolePage.Show<PlaceMissingPage>(http, new Dictionary<string, object?>(), StatusCodes.Status404NotFound);
}
