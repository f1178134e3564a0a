namespace Jizhou.Public.Api.OgcFeatures.Queries;

/// <summary>A form an answer can take.</summary>
/// <param name="Code">Value of the parameter <c>f</c>.</param>
/// <param name="Name">What people call it.</param>
/// <param name="MediaType">Its Content-Type.</param>
public sealed record Form(string Code, string Name, string MediaType)
{
    public static readonly Form Json = new("json", "JSON", "application/json");
    public static readonly Form GeoJson = new("geojson", "GeoJSON", "application/geo+json");
    public static readonly Form Html = new("html", "网页", "text/html");
    public static readonly Form OpenApi = new("json", "OpenAPI 3.0", "application/vnd.oai.openapi+json;version=3.0")
    {
        Also = ["application/vnd.oai.openapi+json", "application/openapi+json", "application/json"],
    };

    /// <summary>The forms of everything but features, the usual one first.</summary>
    public static readonly IReadOnlyList<Form> OfPages = [Json, Html];

    /// <summary>The forms of features.</summary>
    public static readonly IReadOnlyList<Form> OfFeatures = [GeoJson, Json, Html];

    /// <summary>The forms of the description of the API.</summary>
    public static readonly IReadOnlyList<Form> OfApi = [OpenApi, Html];

    /// <summary>Other media types that an Accept header may name it by.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];
}
