using System.Text.Encodings.Web;
using System.Text.Json;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Places.Exports;

/// <summary>GET /api/v1/places.geojson — all standing places as one RFC 7946 FeatureCollection (WGS-84; no position gives a null geometry).</summary>
public static class ExportGeoJson
{
    private const int FlushBytes = 32 * 1024;

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/places.geojson", Handle).WithName("ExportPlacesGeoJson").Produces<string>(200, "application/geo+json");

    /// <summary>All standing places as GeoJSON.</summary>
    private static async Task Handle(HttpContext context, CurrentPlaces places)
    {
        var snapshot = places.Snapshot;
        if (ConditionalGet.IsHeldByClient(context, snapshot.Version + "-geojson"))
        {
            return;
        }

        context.Response.ContentType = "application/geo+json";
        await using var json = new Utf8JsonWriter(context.Response.Body, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteBoolean("sample", snapshot.HasSamples);
        json.WriteStartArray("features");
        foreach (var entry in snapshot.Places)
        {
            WriteFeature(json, entry, snapshot.Words);
            if (json.BytesPending > FlushBytes)
            {
                await json.FlushAsync(context.RequestAborted);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFeature(Utf8JsonWriter json, PlaceEntry entry, PlaceWords words)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", entry.Place.Id);
        WriteGeometry(json, entry.Position);
        json.WriteStartObject("properties");
        foreach (var column in ExportColumns.All)
        {
            column.WriteTo(json, entry, words);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteGeometry(Utf8JsonWriter json, Geo.Position? known)
    {
        if (known is not { } position)
        {
            json.WriteNull("geometry");
            return;
        }

        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WriteStartArray("coordinates");
        json.WriteNumberValue(position.Lng);
        json.WriteNumberValue(position.Lat);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
