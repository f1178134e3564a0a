using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Api.Places.Hours;
using Jizhou.Public.Api.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace Jizhou.Public.Api.Places.Clusters;

/// <summary>GET /api/v1/places/clusters — the places in a box as a map shows them: single ones, and groups with a number.</summary>
public static class ListClusters
{
    private const int MostZoom = 19;
    private const int MostNamed = 12;

    /// <summary>What is asked.</summary>
    public sealed class Request
    {
        /// <summary>west,south,east,north in WGS-84 degrees; the district's box by default.</summary>
        [FromQuery(Name = "bbox")]
        public string? Box { get; init; }

        /// <summary>9-digit code of a township.</summary>
        [FromQuery(Name = "township")]
        public string? Township { get; init; }

        /// <summary>The map's zoom, 0 to 19 (more is clamped); 10 by default. A smaller one is taken where more than 400 groups would come out.</summary>
        [FromQuery(Name = "zoom")]
        public int? Zoom { get; init; }

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
    private static IResult Handle([AsParameters] Request request, CurrentPlaces places, District district, TimeProvider time)
    {
        var snapshot = places.Snapshot;
        var now = time.GetUtcNow();
        var box = district.Box;
        if (!PlaceQuery.TryFilter(snapshot, request.Material, request.Match, request.Kind, townships: null, request.OpenNow == true ? now : null, out var filter, out var refusal))
        {
            return refusal!.ToProblem();
        }

        if (request.Box is { } text && !PlaceQuery.TryBox(text, out box))
        {
            return PlaceRefusals.NoBox(text).ToProblem();
        }

        if (request.Township is { } township && snapshot.Words.Geo.Township(township) is null)
        {
            return PlaceRefusals.NoArea("township", township).ToProblem();
        }

        if (request.Zoom < 0)
        {
            return PlaceRefusals.TooSmall("zoom", request.Zoom.Value, "0 到 19 的整数").ToProblem();
        }

        var fitting = snapshot.Places.Where(entry => (request.Township is null || entry.Place.Township == request.Township) && filter.Accepts(entry)).ToList();
        var inside = fitting.Where(entry => entry.Position is { } at && box.Contains(at)).ToList();
        var (zoom, clusters) = GridClusters.Of(inside, Math.Min(request.Zoom ?? 10, MostZoom));
        return TypedResults.Ok(new Response(
            Crs.Wgs84.Code(), snapshot.HasSamples, snapshot.HasSamples ? PlaceAnswer.SampleNotice : null, zoom, inside.Count,
            fitting.Count(entry => entry.Position is null), [.. clusters.Select(cluster => Of(cluster, snapshot.Words, now))]));
    }

    private static Group Of(Cluster cluster, PlaceWords words, DateTimeOffset now) => new(
        new PlaceAnswer.Point(Math.Round(cluster.Centre.Lng, 6), Math.Round(cluster.Centre.Lat, 6)),
        cluster.Places.Count,
        [cluster.Box.SouthWest.Lng, cluster.Box.SouthWest.Lat, cluster.Box.NorthEast.Lng, cluster.Box.NorthEast.Lat],
        cluster.Places.Count > MostNamed ? [] : [.. cluster.Places.Select(entry => Of(entry, words, now))]);

    private static Dot Of(PlaceEntry entry, PlaceWords words, DateTimeOffset now)
    {
        var (place, state) = (entry.Place, entry.Now(now));
        return new Dot(place.Id, place.Name, place.Kind, words.KindName(place.Kind), state.Answer.State.Code(), state.Words, $"/places/{place.Id}/");
    }
}
