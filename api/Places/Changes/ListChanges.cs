using System.Globalization;
using Jizhou.Public.Api.Places.Features;
using Jizhou.Public.Api.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace Jizhou.Public.Api.Places.Changes;

/// <summary>GET /api/v1/places/changes — every addition, change and removal of a place, once and in order.</summary>
public static class ListChanges
{
    private const int MostChanges = 1000;

    /// <summary>What is asked.</summary>
    public sealed class Request
    {
        /// <summary><c>next</c> or <c>latest</c> of an answer, or a day or instant (2026-11-22); from the beginning by default.</summary>
        [FromQuery(Name = "since")]
        public string? Since { get; init; }

        /// <summary>How many changes, 1 to 1000 (more is clamped); 100 by default.</summary>
        [FromQuery(Name = "limit")]
        public int? Limit { get; init; }
    }

    /// <summary>Changes; <c>next</c> is null when there are no more yet, and <c>latest</c> is what to ask with the next time.</summary>
    public sealed record Response(IReadOnlyList<Item> Items, string? Next, string? Latest);

    /// <summary>A change: added, changed or removed; a place that came back after its removal is added again.</summary>
    public sealed record Item(string Id, string Effect, DateTimeOffset At, string Page);

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder places) =>
        places.MapGet("/changes", HandleAsync).WithName("ListPlaceChanges").Produces<Response>().ProducesProblem(400);

    /// <summary>Changes of places since a cursor or a day.</summary>
    private static async Task<IResult> HandleAsync([AsParameters] Request request, ChangeStore store, CancellationToken cancellationToken)
    {
        var limit = Math.Min(request.Limit ?? 100, MostChanges);
        if (limit < 1)
        {
            return PlaceRefusals.TooSmall("limit", limit, "1 到 1000 的整数").ToProblem();
        }

        if (!TrySince(request.Since, out var after, out var from))
        {
            return PlaceRefusals.NoSince(request.Since!).ToProblem();
        }

        var found = await store.ReadAsync(after, from, limit + 1, cancellationToken);
        var page = found.Take(limit).ToList();
        var latest = page.Count > 0 ? PlaceCursor.After(page[^1].Number) : request.Since;
        return TypedResults.Ok(new Response([.. page.Select(ToItem)], found.Count > limit ? latest : null, latest));
    }

    private static Item ToItem(PlaceChange change) => new(
        change.Place, change.Effect, change.Moment, $"/places/{change.Place}/");

    private static bool TrySince(string? since, out long after, out long from)
    {
        (after, from) = (0, long.MinValue);
        if (since is null || PlaceCursor.TryRead(since, out after))
        {
            return true;
        }

        var text = since.Length == 10 ? $"{since}T00:00:00+08:00" : since.Replace(' ', '+'); // an unescaped + arrives as a blank
        var read = DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at);
        from = at.ToUnixTimeMilliseconds();
        return read;
    }
}
