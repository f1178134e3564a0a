using Jizhou.Public.Api.Places.Directions;
using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Content;
using Microsoft.AspNetCore.Mvc;

namespace Jizhou.Public.Api.Places;

/// <summary>GET /api/v1/places/{id} — one place with everything known about it; 410 when it was removed.</summary>
public static class GetPlace
{
    /// <summary>What is asked.</summary>
    public sealed class Request
    {
        /// <summary>Id of the place.</summary>
        [FromRoute(Name = "id")]
        public required string Id { get; init; }

        /// <summary>Coordinate system of the answer: wgs84 (default), gcj02 or bd09.</summary>
        [FromQuery(Name = "crs")]
        public string? Crs { get; init; }
    }

    /// <summary>
    /// A place. <c>hours</c> is the text on record, <c>hoursText</c> says it in Chinese. <c>dates</c> and <c>lunar</c> are the days on which something that comes
    /// and goes is there (lunar 1 to 10: last digit of the day of the lunar month, 11 to 30: the day); <c>nextDates</c> are the next of them.
    /// </summary>
    public sealed record Response(
        string Id, string Name, string Kind, string KindName, PlaceAnswer.Point? Position, PlaceAnswer.Named? Township, PlaceAnswer.Named? Village,
        string? Address, IReadOnlyList<string> Materials, string AcceptsText, string Audience, bool AppointmentOnly, bool? Pays, bool? StepFree, string Page,
        bool Illustrative, bool Sample, string Open, string OpenText, DateTimeOffset? ClosesAt, DateTimeOffset? NextOpening, IReadOnlyList<DateOnly> NextDates,
        PlaceAnswer.Terminal? Terminal, string? Hours, string HoursText, IReadOnlyList<DateOnly> Dates, IReadOnlyList<int> Lunar, string? LunarText,
        IReadOnlyList<string> Rejects, string RejectsText, string? Setting, string? Level, bool DualNetwork,
        IReadOnlyList<PlacePrice> Prices, string? Access, string? Phone, string? Operator, PlacePhoto? Photo, string Source, string? Licence, DateOnly? LastVerified,
        string? VerifiedBy, IReadOnlyList<MapLink> Directions, string Crs);

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder places) =>
        places.MapGet("/{id}", Handle).WithName("GetPlace").Produces<Response>().ProducesProblem(404).ProducesProblem(410);

    /// <summary>One place.</summary>
    /// <remarks>A removed place answers 410 with <c>reason</c> and <c>replacedBy</c>; its id is never given again.</remarks>
    private static Task Handle([AsParameters] Request request, HttpContext context, CurrentPlaces places, TimeProvider time)
    {
        var snapshot = places.Snapshot;
        if (!PlaceQuery.TryCrs(request.Crs, out var crs, out var refusal))
        {
            return refusal!.ToProblem().ExecuteAsync(context);
        }

        if (snapshot.Find(request.Id) is not { } entry)
        {
            refusal = snapshot.FindRemoved(request.Id) is { } removed ? PlaceRefusals.Removed(removed) : PlaceRefusals.NotFound(request.Id);
            return refusal.ToProblem().ExecuteAsync(context);
        }

        var now = time.GetUtcNow();
        if (ConditionalGet.IsHeldByClient(context, $"{snapshot.Version}-{entry.Now(now).Hash:x}-{crs.Code()}"))
        {
            return Task.CompletedTask;
        }

        var pen = PlacePen.Take();
        PlaceAnswer.Write(pen, entry, crs, metres: -1, now);
        pen.Write(entry.Fragments.Detail);
        pen.Write(PlaceJson.Directions(entry));
        pen.Write(",\"crs\":"u8);
        pen.WritePlain(crs.Code());
        pen.Write("}"u8);
        return pen.SendAsync(context);
    }
}
