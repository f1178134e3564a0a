using Jizhou.Public.Api.Places.Areas;
using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Api.Places.Villages;
using Jizhou.Public.Api.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace Jizhou.Public.Api.Places;

/// <summary>
/// GET /api/v1/places — places by name, for those who give no position. Near a village its own places come first, then those of
/// its township, then the rest: by name and without distances while nobody has imported where the village is, else by distance.
/// </summary>
public static class ListPlaces
{
    /// <summary>What is asked.</summary>
    public sealed class Request
    {
        /// <summary>west,south,east,north in WGS-84 degrees; only places inside (edges included).</summary>
        [FromQuery(Name = "bbox")]
        public string? Box { get; init; }

        /// <summary>12-digit code of a village: its places first, then its township's.</summary>
        [FromQuery(Name = "village")]
        public string? Village { get; init; }

        /// <summary>12-digit code of a village to start from: its places first, then its township's, then the district's; nearest first once its position is known.</summary>
        [FromQuery(Name = "nearVillage")]
        public string? NearVillage { get; init; }

        /// <summary>true: every place brings <c>directions</c>, links to the maps people use.</summary>
        [FromQuery(Name = "directions")]
        public bool? Directions { get; init; }

        /// <summary>Coordinate system of the answer: wgs84 (default), gcj02 or bd09.</summary>
        [FromQuery(Name = "crs")]
        public string? Crs { get; init; }

        /// <summary>How many places, 1 to 100 (more is clamped); 50 by default.</summary>
        [FromQuery(Name = "limit")]
        public int? Limit { get; init; }

        /// <summary><c>next</c> of the page before.</summary>
        [FromQuery(Name = "cursor")]
        public string? Cursor { get; init; }
    }

    /// <summary>
    /// Places. <c>order</c> is name, near-village-by-name (the village's position is not known, so there is no distance) or
    /// near-village-by-distance; <c>orderText</c> says it in Chinese. <c>near</c> is the village that was given.
    /// </summary>
    public sealed record Response(
        string Crs, bool Sample, string? Notice, string Order, string OrderText, StartVillage? Near, IReadOnlyList<PlaceAnswer.Item> Items, string? Next);

    /// <summary>The village the list starts from; position is null while nobody has imported it.</summary>
    public sealed record StartVillage(string Code, string Name, PlaceAnswer.Point? Position);

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder places) =>
        places.MapGet("", Handle).WithName("ListPlaces").Produces<Response>().ProducesProblem(400);

    /// <summary>Places by name, or around a village.</summary>
    /// <remarks>
    /// With <c>nearVillage</c> every place says its <c>nearness</c>: village, township or district. <c>metres</c> is there only when
    /// the positions of both the village and the place are known.
    /// </remarks>
    private static Task Handle([AsParameters] Request request, [AsParameters] PlaceFilterRequest filters, HttpContext context, CurrentPlaces places, CurrentAreas areas, TimeProvider time)
    {
        var snapshot = places.Snapshot;
        var now = time.GetUtcNow();
        if (!PlaceQuery.TryCrs(request.Crs, out var crs, out var refusal)
            || !PlaceQuery.TryLimit(request.Limit, usual: 50, out var limit, out refusal)
            || !PlaceQuery.TryFilter(snapshot, filters, now, out var filter, out refusal)
            || !TryArea(snapshot, areas.Snapshot, request, out var area, out refusal)
            || !TryTake(snapshot, area, filter, request.Cursor, limit + 1, out var found, out refusal))
        {
            return refusal!.ToProblem().ExecuteAsync(context);
        }

        var next = found.Count > limit ? After(found[limit - 1]) : null;
        return Answer(context, snapshot, crs, area.Near, [.. found.Take(limit)], next, request.Directions == true, now);
    }

    private static bool TryTake(
        PlaceSnapshot snapshot, PlaceArea area, PlaceFilter filter, string? cursor, int count, out List<Listed> found, out Refusal? refusal)
    {
        if (area.Near is { Position: { } from })
        {
            return ListNearVillage.TryTake(snapshot, area, from, filter, cursor, count, out found, out refusal);
        }

        var readable = TryCursor(cursor, out var after, out refusal);
        found = readable ? PlaceList.Take(snapshot, area, filter, after, count) : [];
        return readable;
    }

    private static string After(Listed last) => last.Metres >= 0
        ? PlaceCursor.After(last.Metres, last.Entry.Place.Id)
        : PlaceCursor.After(last.Rank, last.Entry.Place.Name, last.Entry.Place.Id);

    private static Task Answer(
        HttpContext context, PlaceSnapshot snapshot, Crs crs, NearVillage? near, IReadOnlyList<Listed> found, string? next, bool directions, DateTimeOffset now)
    {
        if (ConditionalGet.IsHeldByClient(context, Version(snapshot, crs, near, found, next, directions, now)))
        {
            return Task.CompletedTask;
        }

        var pen = PlacePen.Take();
        PlaceAnswer.WriteStart(pen, snapshot, crs);
        pen.Write(OrderOf(near));
        pen.Write(PlaceJson.Near(near, crs));
        pen.Write(",\"items\":["u8);
        for (var i = 0; i < found.Count; i++)
        {
            pen.Write(i == 0 ? ""u8 : ","u8);
            PlaceAnswer.Write(pen, found[i].Entry, crs, found[i].Metres, now);
            if (near is not null)
            {
                pen.Write(",\"nearness\":"u8);
                pen.WritePlain(NearVillage.Group(found[i].Rank));
            }

            PlaceAnswer.WriteEnd(pen, found[i].Entry, directions);
        }

        pen.Write("],\"next\":"u8);
        pen.WritePlain(next);
        pen.Write("}"u8);
        return pen.SendAsync(context);
    }

    /// <summary>The answer follows from the snapshot, these places and what is true of them now: their hash is its version.</summary>
    private static string Version(
        PlaceSnapshot snapshot, Crs crs, NearVillage? near, IReadOnlyList<Listed> found, string? next, bool directions, DateTimeOffset now)
    {
        var hash = default(ContentHash);
        hash.Add(snapshot.Hash);
        hash.Add((ulong)crs + (directions ? 16UL : 0));
        hash.Add(near?.ToString());
        hash.Add(next);
        foreach (var one in found)
        {
            hash.Add(one.Entry.Hash);
            hash.Add(one.Metres);
            hash.Add(one.Entry.Now(now).Hash);
        }

        return hash.ToString();
    }

    private static ReadOnlySpan<byte> OrderOf(NearVillage? near) => near switch
    {
        null => ",\"order\":\"name\",\"orderText\":\"按名称排列，不写距离。\""u8,
        { Position: null } => ",\"order\":\"near-village-by-name\",\"orderText\":\"这个村的位置还没有录入，所以不写距离：本村的在前，本乡镇的其次，区里其他的在后，各按名称排列。\""u8,
        _ => ",\"order\":\"near-village-by-distance\",\"orderText\":\"从村的位置算起，距离是约数；没有位置的点排在最后，不写距离。\""u8,
    };

    private static bool TryArea(PlaceSnapshot snapshot, AreaSnapshot areas, Request request, out PlaceArea area, out Refusal? refusal)
    {
        area = new PlaceArea(Township: null, request.Village, Box: null);
        refusal = null;
        if (request.Village is { } code)
        {
            var village = snapshot.Words.Geo.Village(code);
            refusal = village is null ? PlaceRefusals.NoArea("village", code) : null;
            area = area with { Township = village?.Township };
        }

        if (request.NearVillage is { } start)
        {
            var village = snapshot.Words.Geo.Village(start);
            refusal ??= village is null ? PlaceRefusals.NoArea("nearVillage", start) : null;
            area = area with { Near = village is null ? null : new NearVillage(start, village.Name, village.Township, areas.Find(start)?.Position) };
        }

        if (request.Box is { } text)
        {
            var readable = PlaceQuery.TryBox(text, out var box);
            refusal ??= readable ? null : PlaceRefusals.NoBox(text);
            area = area with { Box = box };
        }

        return refusal is null;
    }

    private static bool TryCursor(string? cursor, out (int Rank, string Name, string Id)? after, out Refusal? refusal)
    {
        (after, refusal) = (null, null);
        if (cursor is null)
        {
            return true;
        }

        if (!PlaceCursor.TryRead(cursor, out var rank, out var name, out var id))
        {
            refusal = PlatformRefusals.NoCursor();
            return false;
        }

        after = (rank, name, id);
        return true;
    }
}
