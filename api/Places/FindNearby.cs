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

        /// <summary>true: every place brings <c>directions</c>, links to the maps people use.</summary>
        [FromQuery(Name = "directions")]
        public bool? Directions { get; init; }

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

    /// <summary>How many places an answer holds when nothing else is asked.</summary>
    internal const int UsualLimit = 10;

    private const string Address = "/api/v1/places/nearby";

    /// <summary>Maps the operation, and its short way.</summary>
    public static void Map(IEndpointRouteBuilder places)
    {
        places.MapGet("/nearby", Handle).WithName("FindNearby").Produces<Response>().ProducesProblem(400);
        var services = places.ServiceProvider;
        var (current, district, time) =
            (services.GetRequiredService<CurrentPlaces>(), services.GetRequiredService<District>(), services.GetRequiredService<TimeProvider>());
        services.GetRequiredService<ShortWays>().Add(
            Address,
            (HttpContext context, SharedHeaders.Writer headers, out Task answer) => TryAnswerShort(context, headers, current.Snapshot, district, time.GetUtcNow(), out answer));
    }

    /// <summary>The places nearest to a position.</summary>
    /// <remarks>Ordered by exact great-circle metres (R = 6,371,008.8 m), then by id; <c>metres</c> is rounded.</remarks>
    private static Task Handle([AsParameters] Request request, [AsParameters] PlaceFilterRequest filters, HttpContext context, CurrentPlaces places, District district, TimeProvider time)
    {
        var snapshot = places.Snapshot;
        var now = time.GetUtcNow();
        return TryRead(request, filters, snapshot, now, out var question) is { } refusal
            ? refusal.ToProblem().ExecuteAsync(context)
            : Answer(context, snapshot, district, question, now, request.Directions == true);
    }

    private static bool TryAnswerShort(
        HttpContext context, SharedHeaders.Writer headers, PlaceSnapshot snapshot, District district, DateTimeOffset now, out Task answer)
    {
        answer = Task.CompletedTask;
        if (ConditionalGet.IsStillHeld(context, snapshot.Hash, now))
        {
            headers.WriteAll(context);
            return true;
        }

        if (AcceptedEncoding.Of(context.Request) is not null
            || !new NearbyShort(snapshot, now).TryRead(context.Request.QueryString.Value, out var question))
        {
            return false;
        }

        headers.WriteAll(context);
        answer = Answer(context, snapshot, district, question, now);
        return true;
    }

    private static Refusal? TryRead(Request request, PlaceFilterRequest filters, PlaceSnapshot snapshot, DateTimeOffset now, out NearbyQuestion question)
    {
        question = default;
        var after = Hit.BeforeAll;
        if (!PlaceQuery.TryCrs(request.Crs, out var crs, out var refusal)
            || !PlaceQuery.TryLimit(request.Limit, UsualLimit, out var limit, out refusal)
            || !PlaceQuery.TryFilter(snapshot, filters, now, out var filter, out refusal))
        {
            return refusal;
        }

        if (!ChinaDatum.TryToWgs84(request.Lng, request.Lat, crs, out var from))
        {
            return PlaceRefusals.NotOnEarth(request.Lng, request.Lat);
        }

        if (request.Radius is { } radius && !(radius >= 0)) // NaN too
        {
            return PlaceRefusals.TooSmall("radius", radius, "不小于 0 的米数");
        }

        if (request.Cursor is { } cursor && !PlaceQuery.TryAfter(snapshot, cursor, out after))
        {
            return PlatformRefusals.NoCursor();
        }

        question = new NearbyQuestion(crs, from, limit, request.Radius ?? double.PositiveInfinity, after, filter);
        return null;
    }

    private static Task Answer(HttpContext context, PlaceSnapshot snapshot, District district, in NearbyQuestion question, DateTimeOffset now, bool directions = false)
    {
        Span<Hit> hits = stackalloc Hit[PlaceQuery.MostPlaces + 1];
        hits = hits[..(question.Limit + 1)];
        var found = snapshot.IndexFor(question.Filter).Nearest(question.From, question.Radius, question.After, question.Filter, hits);
        var shown = hits[..Math.Min(found, question.Limit)];
        if (ConditionalGet.IsHeldByClient(context, Version(snapshot, context.Request.QueryString.Value, question.Filter, shown, found, now)))
        {
            return Task.CompletedTask;
        }

        var pen = PlacePen.Take();
        PlaceAnswer.WriteStart(pen, snapshot, question.Crs);
        WriteOutside(pen, district, question);
        pen.Write(",\"items\":["u8);
        for (var i = 0; i < shown.Length; i++)
        {
            pen.Write(i == 0 ? ""u8 : ","u8);
            PlaceAnswer.Write(pen, snapshot.Places[shown[i].Ordinal], question.Crs, shown[i].Metres, now);
            PlaceAnswer.WriteEnd(pen, snapshot.Places[shown[i].Ordinal], directions);
        }

        pen.Write("],\"next\":"u8);
        pen.WritePlain(found > shown.Length ? PlaceCursor.After(shown[^1].Metres, snapshot.Places[shown[^1].Ordinal].Place.Id) : null);
        pen.Write("}"u8);
        return pen.SendAsync(context);
    }

    private static void WriteOutside(PlacePen pen, District district, in NearbyQuestion question)
    {
        if (district.Contains(question.From))
        {
            pen.Write(",\"outside\":false,\"outsideText\":null,\"nearestInside\":null"u8);
            return;
        }

        var inside = district.NearestInside(question.From);
        pen.Write(",\"outside\":true,\"outsideText\":\"您的位置不在蓟州区内，下面是区内离您最近的点。\",\"nearestInside\":"u8);
        pen.Write(PlaceJson.Inside(inside, question.Crs, GreatCircle.Metres(question.From, inside)));
    }

    /// <summary>
    /// The answer follows from the snapshot and the question until the first shown place opens, closes or falls silent. Where the
    /// question itself asks what is open, any place may change it: then the hits are part of the version, and the search is made each time.
    /// </summary>
    private static string Version(PlaceSnapshot snapshot, string? query, in PlaceFilter filter, ReadOnlySpan<Hit> shown, int found, DateTimeOffset now)
    {
        var until = DateTimeOffset.MaxValue;
        var hash = default(ContentHash);
        hash.Add(snapshot.Hash);
        hash.Add(query);
        hash.Add((ulong)found);
        foreach (var hit in shown)
        {
            var state = snapshot.Places[hit.Ordinal].Now(now);
            until = state.Until < until ? state.Until : until;
            hash.Add((ulong)hit.Ordinal);
            hash.Add(state.Hash);
        }

        return filter.DependsOnTime ? hash.ToString() : StretchTag.Of(snapshot.Hash, query, until);
    }
}
