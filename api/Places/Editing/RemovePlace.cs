using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Places.Editing;

/// <summary>
/// GET and POST /console/places/{id}/remove/ — removes one place for a reason that everybody can read, naming what took over if anything did. Asks once;
/// can be taken back like an import.
/// </summary>
public static class RemovePlace
{
    private const int LongestReason = 100;

    /// <summary>What is asked before a place goes.</summary>
    /// <param name="Reason">Why, as typed.</param>
    /// <param name="ReplacedBy">What takes over, as typed: an id, an address of its page or a whole name.</param>
    /// <param name="Replacement">The place that was meant, or null.</param>
    /// <param name="Problem">What must be mended, or null.</param>
    public sealed record Wish(string Reason, string ReplacedBy, PlaceEntry? Replacement, string? Problem);

    /// <summary>Maps page and form.</summary>
    public static void Map(IEndpointRouteBuilder places)
    {
        places.MapGet("/{id}/remove/", Show);
        places.MapPost("/{id}/remove/", HandleAsync);
    }

    /// <summary>The page of a place.</summary>
    public static string Address(string id) => $"/console/places/{Uri.EscapeDataString(id)}/remove/";

    private static IResult Show(string id, HttpContext http, CurrentPlaces places) =>
        places.Snapshot.Find(id) is { } entry ? Page(http, entry, new Wish("", "", null, null), false) : EditHours.Missing(http);

    private static async Task<IResult> HandleAsync(string id, HttpContext http, CurrentPlaces places, EditStore store, CancellationToken cancellationToken)
    {
        if (places.Snapshot.Find(id) is not { } entry)
        {
            return EditHours.Missing(http);
        }

        var form = await http.Request.ReadFormAsync(cancellationToken);
        var wish = Read(places.Snapshot, entry, form["reason"].ToString(), form["replacedBy"].ToString());
        if (wish.Problem is not null || !form.ContainsKey("confirm"))
        {
            return Page(http, entry, wish, wish.Problem is null);
        }

        var title = $"撤下“{entry.Place.Name}”：{wish.Reason}{(wish.Replacement is { } next ? $"；改去“{next.Place.Name}”" : "")}";
        return await store.RemoveAsync(id, wish.Reason, wish.Replacement?.Place.Id, title, Actor.Of(http.User), cancellationToken)
            ? TypedResults.LocalRedirect($"/console/places/?removed={Uri.EscapeDataString(id)}")
            : EditHours.Missing(http);
    }

    private static Wish Read(PlaceSnapshot snapshot, PlaceEntry entry, string reason, string replacedBy)
    {
        var refused = new List<FieldRefusal>();
        var clean = PlainText.Clean(reason, "reason", "原因", LongestReason, refused)?.TrimEnd('。', '.') ?? "";
        var wish = new Wish(clean.Length > 0 ? clean : reason, replacedBy.Trim(), null, null);
        if (refused.Count > 0 || clean.Length == 0)
        {
            return wish with { Problem = refused.Count > 0 ? refused[0].Message : "请写原因：居民打开这个点的网址会看到它。" };
        }

        var next = Find(snapshot, wish.ReplacedBy);
        return wish switch
        {
            { ReplacedBy: "" } => wish,
            _ when next is null => wish with { Problem = $"没有找到接替的点“{wish.ReplacedBy}”，或者同名的不止一个。请填它的编号或网址，没有接替的点就空着。" },
            _ when next.Place.Id == entry.Place.Id => wish with { Problem = "接替的点不能是它自己。没有接替的点就空着。" },
            _ => wish with { Replacement = next },
        };
    }

    private static PlaceEntry? Find(PlaceSnapshot snapshot, string words)
    {
        var id = Uri.UnescapeDataString(words.TrimEnd('/').Split('/')[^1]); // an address ends with the id
        var named = words.Length == 0 ? [] : snapshot.ByName.Where(one => one.Place.Name == words).Take(2).ToList();
        return snapshot.Find(words) ?? snapshot.Find(id) ?? (named.Count == 1 ? named[0] : null);
    }

    private static RazorComponentResult<RemovePlacePage> Page(HttpContext http, PlaceEntry entry, Wish wish, bool asks) =>
        ConsolePage.Show<RemovePlacePage>(http, new Dictionary<string, object?> { ["Entry"] = entry, ["Wish"] = wish, ["Asks"] = asks },
            wish.Problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
