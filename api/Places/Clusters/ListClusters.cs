using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Api.Places.Hours;
using Jizhou.Public.Api.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace Jizhou.Public.Api.Places.Clusters;

/// <summary>GET /api/v1/places/clusters — the places in a box as a map shows them: single ones, and groups with a number.</summary>
public static class ListClusters
{
    private const int UsualZoom = 10;
    private const int MostNamed = 12;

    /// <summary>What is asked.</summary>
    public sealed class Request
    {
        /// <summary>west,south,east,north in WGS-84 degrees; the district's box by default.</summary>
        [FromQuery(Name = "bbox")]
        public string? Box { get; init; }

        /// <summary>The map's zoom, 0 to 19 (more is clamped); 10 by default. A smaller one is taken where more than 400 groups would come out.</summary>
        [FromQuery(Name = "zoom")]
        public int? Zoom { get; init; }
    }

    /// <summary>The groups; <c>withoutPosition</c> counts the places that pass the filters and cannot be on any map.</summary>
    public sealed record Response(
        string Crs, bool Sample, string? Notice, int Zoom, int Count, int WithoutPosition, IReadOnlyList<Group> Items);

    /// <summary>A group: its places are named up to 12, more are only counted.</summary>
    /// <param name="Position">The middle of its places.</param>
    /// <param name="Count">How many places.</param>
    /// <param name="Bbox">west, south, east, north around them.</param>
    /// <param name="Places">The places; empty above 12.</param>
    public sealed record Group(PlaceAnswer.Point Position, int Count, IReadOnlyList<double> Bbox, IReadOnlyList<Dot> Places);

    /// <summary>A place on the map.</summary>
    public sealed record Dot(string Id, string Name, string Kind, string KindName, string Open, string OpenText, string Page);

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder places) =>
        places.MapGet("/clusters", Handle).WithName("ListClusters").Produces<Response>().ProducesProblem(400);

    /// <summary>Places grouped for a map.</summary>
    private static Task Handle([AsParameters] Request request, [AsParameters] PlaceFilterRequest filters, HttpContext context, CurrentPlaces places, District district, TimeProvider time)
    {
        var snapshot = places.Snapshot;
        var now = time.GetUtcNow();
        if (ConditionalGet.IsStillHeld(context, snapshot.Hash, now))
        {
            return Task.CompletedTask;
        }

        if (TryRead(request, filters, snapshot, district.Box, now, out var filter, out var box, out var zoom) is { } refusal)
        {
            return refusal.ToProblem().ExecuteAsync(context);
        }

        var inside = Inside(snapshot, box, filter);
        var (made, clusters) = GridClusters.Of(snapshot, inside, zoom);
        var version = Version(snapshot, context.Request.QueryString.Value, filter, clusters, now);
        if (version is not null && ConditionalGet.IsHeldByClient(context, version))
        {
            return Task.CompletedTask;
        }

        return TypedResults.Ok(new Response(
            Crs.Wgs84.Code(), snapshot.HasSamples, snapshot.HasSamples ? PlaceAnswer.SampleNotice : null, made, inside.Count,
            snapshot.Cells.Nowhere.Count(filter.Accepts), [.. clusters.Select(cluster => Of(cluster, snapshot, now))])).ExecuteAsync(context);
    }

    private static Refusal? TryRead(
        Request request, PlaceFilterRequest filters, PlaceSnapshot snapshot, BoundingBox district, DateTimeOffset now, out PlaceFilter filter, out BoundingBox box, out int zoom)
    {
        (box, zoom) = (district, Math.Min(request.Zoom ?? UsualZoom, MapCells.MostZoom));
        if (!PlaceQuery.TryFilter(snapshot, filters, now, out filter, out var refusal))
        {
            return refusal;
        }

        if (request.Box is { } text && !PlaceQuery.TryBox(text, out box))
        {
            return PlaceRefusals.NoBox(text);
        }

        return zoom < 0 ? PlaceRefusals.TooSmall("zoom", zoom, "0 到 19 的整数") : null;
    }

    private static List<int> Inside(PlaceSnapshot snapshot, BoundingBox box, PlaceFilter filter)
    {
        var (west, south, east, north) = (box.SouthWest.Lng, box.SouthWest.Lat, box.NorthEast.Lng, box.NorthEast.Lat);
        IEnumerable<int> inside = west <= east
            ? snapshot.Inside(west, south, east, north)
            : snapshot.Inside(west, south, 180, north).Concat(snapshot.Inside(-180, south, east, north)).Order(); // across the date line
        return [.. inside.Where(filter.Accepts)];
    }

    /// <summary>
    /// The answer stays true until the first named place opens, closes or falls silent, and the next question with its tag costs nothing.
    /// Null where the question asks what is open: then any place may change it, and the tag is made from the bytes.
    /// </summary>
    private static string? Version(PlaceSnapshot snapshot, string? query, PlaceFilter filter, IReadOnlyList<Cluster> clusters, DateTimeOffset now)
    {
        if (filter.DependsOnTime)
        {
            return null;
        }

        var until = DateTimeOffset.MaxValue;
        foreach (var ordinal in clusters.SelectMany(Named))
        {
            var state = snapshot.Places[ordinal].Now(now);
            until = state.Until < until ? state.Until : until;
        }

        return StretchTag.Of(snapshot.Hash, query, until);
    }

    private static IReadOnlyList<int> Named(Cluster cluster) => cluster.Places.Count > MostNamed ? [] : cluster.Places;

    private static Group Of(Cluster cluster, PlaceSnapshot snapshot, DateTimeOffset now) => new(
        new PlaceAnswer.Point(Math.Round(cluster.Centre.Lng, 6), Math.Round(cluster.Centre.Lat, 6)),
        cluster.Places.Count,
        [cluster.Box.SouthWest.Lng, cluster.Box.SouthWest.Lat, cluster.Box.NorthEast.Lng, cluster.Box.NorthEast.Lat],
        [.. Named(cluster).Select(ordinal => Of(snapshot.Places[ordinal], snapshot.Words, now))]);

    private static Dot Of(PlaceEntry entry, PlaceWords words, DateTimeOffset now)
    {
        var (place, state) = (entry.Place, entry.Now(now));
        return new Dot(place.Id, place.Name, place.Kind, words.KindName(place.Kind), state.Answer.State.Code(), state.Words, $"/places/{place.Id}/");
    }
}
