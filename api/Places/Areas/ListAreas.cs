using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Content;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Jizhou.Public.Api.Places.Areas;

/// <summary>GET /api/v1/areas/villages and /areas/townships — names and codes, with position, area and population where a file brought them.</summary>
public static class ListAreas
{
    private const string SeatSource = "GeoNames, CC-BY-4.0"; // of content/data/geo/points.csv

    /// <summary>Which villages.</summary>
    public sealed class VillagesRequest
    {
        /// <summary>9-digit code of a township; all villages without it.</summary>
        [FromQuery(Name = "township")]
        public string? Township { get; init; }

        /// <summary>Coordinate system of the answer: wgs84 (default), gcj02 or bd09.</summary>
        [FromQuery(Name = "crs")]
        public string? Crs { get; init; }
    }

    /// <summary>Which coordinate system.</summary>
    public sealed class TownshipsRequest
    {
        /// <summary>Coordinate system of the answer: wgs84 (default), gcj02 or bd09.</summary>
        [FromQuery(Name = "crs")]
        public string? Crs { get; init; }
    }

    /// <summary>The areas; <c>positioned</c> counts those whose position is known.</summary>
    public sealed record Response(string Crs, int Positioned, IReadOnlyList<Item> Items);

    /// <summary>A village or township. What is not known is null; a township without an imported position has its seat's, where the content gives one; <c>aliases</c> are other names for it.</summary>
    public sealed record Item(
        string Code, string Name, string Label, string Kind, PlaceAnswer.Named? Township, IReadOnlyList<string> Aliases, PlaceAnswer.Point? Position, double? AreaKm2,
        long? Population, string? Source);

    /// <summary>Maps the operations.</summary>
    public static void Map(IEndpointRouteBuilder areas)
    {
        areas.MapGet("/villages", Villages).WithName("ListVillages").Produces<Response>().ProducesProblem(400);
        areas.MapGet("/townships", Townships).WithName("ListTownships").Produces<Response>().ProducesProblem(400);
    }

    /// <summary>Villages and communities by code.</summary>
    private static IResult Villages([AsParameters] VillagesRequest request, CurrentAreas areas, PlaceWords words)
    {
        if (!PlaceQuery.TryCrs(request.Crs, out var crs, out var refusal))
        {
            return refusal!.ToProblem();
        }

        if (request.Township is { } township && words.Geo.Township(township) is null)
        {
            return PlaceRefusals.NoArea("township", township).ToProblem();
        }

        var snapshot = areas.Snapshot;
        return Answer(crs, [.. words.Geo.Villages.Where(village => village.Offered && (request.Township is null || village.Township == request.Township)).Select(village =>
            Of(snapshot, words.Geo, crs, village.Code, village.Name, village.Label, village.Kind, new(village.Township, words.Geo.Township(village.Township)?.Name ?? "")))]);
    }

    /// <summary>Townships by code.</summary>
    private static IResult Townships([AsParameters] TownshipsRequest request, CurrentAreas areas, PlaceWords words)
    {
        if (!PlaceQuery.TryCrs(request.Crs, out var crs, out var refusal))
        {
            return refusal!.ToProblem();
        }

        var snapshot = areas.Snapshot;
        return Answer(crs, [.. words.Geo.Townships.Select(township => Of(snapshot, words.Geo, crs, township.Code, township.Name, township.Name, township.Kind, null))]);
    }

    private static Ok<Response> Answer(Crs crs, IReadOnlyList<Item> items) =>
        TypedResults.Ok(new Response(crs.Code(), items.Count(item => item.Position is not null), items));

    private static Item Of(AreaSnapshot snapshot, Geography geo, Crs crs, string code, string name, string label, string kind, PlaceAnswer.Named? township)
    {
        var known = snapshot.Find(code);
        var seat = geo.Township(code)?.Seat is { } point && known?.Position is null ? Position.At(point.Lng, point.Lat) : (Position?)null;
        var aliases = geo.Aliases.Where(alias => alias.StandsFor == code).Select(alias => alias.Alias);
        return new(code, name, label, kind, township, [.. aliases], Point(known?.Position ?? seat, crs), known?.AreaKm2, known?.Population,
            known?.Source ?? (seat is null ? null : SeatSource));
    }

    private static PlaceAnswer.Point? Point(Position? known, Crs crs)
    {
        if (known is not { } position)
        {
            return null;
        }

        var (lng, lat) = ChinaDatum.FromWgs84(position, crs);
        return new(Math.Round(lng, 7), Math.Round(lat, 7));
    }
}
