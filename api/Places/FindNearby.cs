using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Api.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace Jizhou.Public.Api.Places;

/// <summary>GET /api/v1/places/nearby — the places closest to somebody, nearest first.</summary>
public static class FindNearby
{
    /// <summary>What is asked.</summary>
    public sealed class Request
    {
        /// <summary>Longitude in degrees, in the coordinate system of <c>crs</c>; around 117 in Jizhou.</summary>
        [FromQuery(Name = "lng")]
        public required double Lng { get; init; }

        /// <summary>Latitude in degrees; around 40 in Jizhou.</summary>
        [FromQuery(Name = "lat")]
        public required double Lat { get; init; }

        /// <summary>Coordinate system of question and answer: wgs84 (default), gcj02 or bd09.</summary>
        [FromQuery(Name = "crs")]
        public string? Crs { get; init; }

        /// <summary>How many places, 1 to 100 (more is clamped); 10 by default.</summary>
        [FromQuery(Name = "limit")]
        public int? Limit { get; init; }

        /// <summary>Greatest distance in metres; none by default.</summary>
        [FromQuery(Name = "radius")]
        public double? Radius { get; init; }

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

    /// <summary>
    /// The nearest places; <c>outside</c> is true when the position lies outside the district (an answer all the same), and <c>nearestInside</c> is then the
    /// nearest point inside.
    /// </summary>
    public sealed record Response(
        string Crs, bool Sample, string? Notice, bool Outside, string? OutsideText, Inside? NearestInside, IReadOnlyList<PlaceAnswer.Item> Items, string? Next);

    /// <summary>The nearest point inside the district, in the asked coordinate system, and how far it is. The outline is accurate to some hundred metres.</summary>
    public sealed record Inside(double Lng, double Lat, int Metres);

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder places) =>
        places.MapGet("/nearby", Handle).WithName("FindNearby").Produces<Response>().ProducesProblem(400);

    /// <summary>The places nearest to a position.</summary>
    /// <remarks>Ordered by exact great-circle metres (R = 6,371,008.8 m), then by id; <c>metres</c> is rounded.</remarks>
    private static Task Handle([AsParameters] Request request, HttpContext context, CurrentPlaces places, District district, TimeProvider time)
    {
        var snapshot = places.Snapshot;
        var now = time.GetUtcNow();
        var radius = request.Radius ?? double.PositiveInfinity;
        var after = Hit.BeforeAll;
        if (!PlaceQuery.TryCrs(request.Crs, out var crs, out var refusal)
            || !PlaceQuery.TryLimit(request.Limit, usual: 10, out var limit, out refusal)
            || !PlaceQuery.TryFilter(snapshot, request.Material, request.Match, request.Kind, request.OpenNow == true ? now : null, out var filter, out refusal))
        {
            return Refuse(context, refusal!);
        }

        if (!ChinaDatum.TryToWgs84(request.Lng, request.Lat, crs, out var from))
        {
            return Refuse(context, PlaceRefusals.NotOnEarth(request.Lng, request.Lat));
        }

        if (!(radius >= 0)) // NaN too
        {
            return Refuse(context, PlaceRefusals.TooSmall("radius", radius, "不小于 0 的米数"));
        }

        if (request.Cursor is { } cursor)
        {
            if (!PlaceCursor.TryRead(cursor, out var metres, out var id))
            {
                return Refuse(context, PlatformRefusals.NoCursor());
            }

            after = new Hit(metres, snapshot.LastOrdinalUpTo(id));
        }

        Span<Hit> hits = stackalloc Hit[limit + 1];
        var found = snapshot.IndexFor(filter).Nearest(from, radius, after, filter, hits);
        var next = found > limit ? PlaceCursor.After(hits[limit - 1].Metres, snapshot.Places[hits[limit - 1].Ordinal].Place.Id) : null;
        return Answer(context, snapshot, crs, hits[..Math.Min(found, limit)], district.Contains(from) ? null : (from, district.NearestInside(from)), next, now);
    }

    private static Task Answer(
        HttpContext context, PlaceSnapshot snapshot, Crs crs, ReadOnlySpan<Hit> hits, (Position From, Position Inside)? outside, string? next, DateTimeOffset now)
    {
        if (ConditionalGet.IsHeldByClient(context, Version(snapshot, crs, hits, outside?.From, next, now)))
        {
            return Task.CompletedTask;
        }

        var pen = new PlacePen();
        PlaceAnswer.WriteStart(pen, snapshot, crs);
        WriteOutside(pen, crs, outside);
        pen.Write(",\"items\":["u8);
        for (var i = 0; i < hits.Length; i++)
        {
            pen.Write(i == 0 ? ""u8 : ","u8);
            PlaceAnswer.Write(pen, snapshot.Places[hits[i].Ordinal], crs, hits[i].Metres, now);
            pen.Write("}"u8);
        }

        pen.Write("],\"next\":"u8);
        pen.WritePlain(next);
        pen.Write("}"u8);
        return pen.SendAsync(context);
    }

    private static void WriteOutside(PlacePen pen, Crs crs, (Position From, Position Inside)? outside)
    {
        if (outside is not { } there)
        {
            pen.Write(",\"outside\":false,\"outsideText\":null,\"nearestInside\":null"u8);
            return;
        }

        pen.Write(",\"outside\":true,\"outsideText\":\"您的位置不在蓟州区内，下面是区内离您最近的点。\",\"nearestInside\":"u8);
        pen.Write(PlaceJson.Inside(there.Inside, crs, GreatCircle.Metres(there.From, there.Inside)));
    }

    /// <summary>The answer follows from the snapshot, these hits and what is true of them now: their hash is its version.</summary>
    private static string Version(PlaceSnapshot snapshot, Crs crs, ReadOnlySpan<Hit> hits, Position? outside, string? next, DateTimeOffset now)
    {
        var hash = default(ContentHash);
        hash.Add(snapshot.Hash);
        hash.Add((ulong)crs + (outside is null ? 0UL : 16UL) + (next is null ? 0UL : 32UL));
        hash.Add(outside?.Lng ?? 0);
        hash.Add(outside?.Lat ?? 0);
        foreach (var hit in hits)
        {
            hash.Add(hit.Metres);
            hash.Add((ulong)hit.Ordinal);
            hash.Add(snapshot.Places[hit.Ordinal].Now(now).Hash);
        }

        return hash.ToString();
    }

    private static Task Refuse(HttpContext context, Refusal refusal) => refusal.ToProblem().ExecuteAsync(context);
}
