using System.Globalization;
using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Api.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace Jizhou.Public.Api.Places;

/// <summary>
/// GET /api/v1/places — places by name, for those who give no position. A chosen village lists its own places first, then those
/// of its township; no village's position is known, so no distance is given.
/// </summary>
public static class ListPlaces
{
    /// <summary>What is asked.</summary>
    public sealed class Request
    {
        /// <summary>west,south,east,north in WGS-84 degrees; only places inside (edges included).</summary>
        [FromQuery(Name = "bbox")]
        public string? Box { get; init; }

        /// <summary>9-digit code of a township.</summary>
        [FromQuery(Name = "township")]
        public string? Township { get; init; }

        /// <summary>12-digit code of a village: its places first, then its township's.</summary>
        [FromQuery(Name = "village")]
        public string? Village { get; init; }

        /// <summary>Coordinate system of the answer: wgs84 (default), gcj02 or bd09.</summary>
        [FromQuery(Name = "crs")]
        public string? Crs { get; init; }

        /// <summary>How many places, 1 to 100 (more is clamped); 50 by default.</summary>
        [FromQuery(Name = "limit")]
        public int? Limit { get; init; }

        /// <summary>Codes of materials the place takes; repeat the parameter for several.</summary>
        [FromQuery(Name = "material")]
        public string[]? Material { get; init; }

        /// <summary>any (default): one of the materials is enough; all: every one.</summary>
        [FromQuery(Name = "match")]
        public string? Match { get; init; }

        /// <summary>Codes of kinds; repeat the parameter for several.</summary>
        [FromQuery(Name = "kind")]
        public string[]? Kind { get; init; }

        /// <summary>true: only places open at this moment.</summary>
        [FromQuery(Name = "openNow")]
        public bool? OpenNow { get; init; }

        /// <summary><c>next</c> of the page before.</summary>
        [FromQuery(Name = "cursor")]
        public string? Cursor { get; init; }
    }

    /// <summary>Places by name.</summary>
    public sealed record Response(string Crs, bool Sample, string? Notice, IReadOnlyList<PlaceAnswer.Item> Items, string? Next);

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder places) =>
        places.MapGet("", Handle).WithName("ListPlaces").Produces<Response>().ProducesProblem(400);

    /// <summary>Places by name, without distances.</summary>
    private static Task Handle([AsParameters] Request request, HttpContext context, CurrentPlaces places, TimeProvider time)
    {
        var snapshot = places.Snapshot;
        var now = time.GetUtcNow();
        if (!PlaceQuery.TryCrs(request.Crs, out var crs, out var refusal)
            || !PlaceQuery.TryLimit(request.Limit, usual: 50, out var limit, out refusal)
            || !PlaceQuery.TryFilter(snapshot, request.Material, request.Match, request.Kind, townships: null, request.OpenNow == true ? now : null, out var filter, out refusal)
            || !TryArea(snapshot, request, out var area, out refusal)
            || !TryCursor(request.Cursor, out var after, out refusal))
        {
            return refusal!.ToProblem().ExecuteAsync(context);
        }

        var found = PlaceList.Take(snapshot, area, filter, after, limit + 1);
        var last = found.Count > limit ? found[limit - 1] : default;
        var next = found.Count > limit ? PlaceCursor.After(last.Rank, last.Entry.Place.Name, last.Entry.Place.Id) : null;
        return Answer(context, snapshot, crs, [.. found.Take(limit).Select(one => one.Entry)], next, now);
    }

    private static Task Answer(
        HttpContext context, PlaceSnapshot snapshot, Crs crs, IReadOnlyList<PlaceEntry> found, string? next, DateTimeOffset now)
    {
        var hash = default(ContentHash);
        hash.Add(snapshot.Hash);
        hash.Add((ulong)crs);
        hash.Add(next);
        foreach (var entry in found)
        {
            hash.Add(entry.Hash);
            hash.Add(entry.Now(now).Hash);
        }

        if (ConditionalGet.IsHeldByClient(context, hash.ToString()))
        {
            return Task.CompletedTask;
        }

        var pen = PlacePen.Take();
        PlaceAnswer.WriteStart(pen, snapshot, crs);
        pen.Write(",\"items\":["u8);
        for (var i = 0; i < found.Count; i++)
        {
            pen.Write(i == 0 ? ""u8 : ","u8);
            PlaceAnswer.Write(pen, found[i], crs, metres: -1, now);
            pen.Write("}"u8);
        }

        pen.Write("],\"next\":"u8);
        pen.WritePlain(next);
        pen.Write("}"u8);
        return pen.SendAsync(context);
    }

    private static bool TryArea(PlaceSnapshot snapshot, Request request, out PlaceArea area, out Refusal? refusal)
    {
        area = new PlaceArea(request.Township, request.Village, null);
        refusal = null;
        if (request.Village is { } code)
        {
            var village = snapshot.Words.Geo.Village(code);
            refusal = village is null ? PlaceRefusals.NoArea("village", code) : null;
            area = area with { Township = village?.Township };
        }

        if (request.Township is { } township && snapshot.Words.Geo.Township(township) is null)
        {
            refusal ??= PlaceRefusals.NoTownship(township, snapshot.Words.Geo);
        }

        if (request.Box is { } text)
        {
            var readable = TryBox(text, out var box);
            refusal ??= readable ? null : PlaceRefusals.NoBox(text);
            area = area with { Box = box };
        }

        return refusal is null;
    }

    private static bool TryBox(string text, out BoundingBox box)
    {
        box = default;
        var parts = text.Split(',');
        Span<double> edges = stackalloc double[4];
        for (var i = 0; i < parts.Length; i++)
        {
            if (i == 4 || !double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out edges[i]))
            {
                return false;
            }
        }

        return parts.Length == 4 && BoundingBox.TryCreate(edges[0], edges[1], edges[2], edges[3], out box);
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
