using System.Text.Json.Serialization;
using Jizhou.Public.Api.OgcFeatures.Queries;
using Jizhou.Public.Api.Platform.Geodata;

namespace Jizhou.Public.Api.OgcFeatures.Answers;

/// <summary>Where and when the features of a collection lie; what none of them has is absent.</summary>
/// <param name="Spatial">The smallest box around all positions.</param>
/// <param name="Temporal">From the first time to the last.</param>
public sealed record Extent(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Extent.Box? Spatial,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Extent.Span? Temporal)
{
    /// <summary>west, south, east, north in CRS84.</summary>
    public sealed record Box(IReadOnlyList<IReadOnlyList<double>> Bbox, string Crs);

    /// <summary>First and last moment, RFC 3339.</summary>
    public sealed record Span(IReadOnlyList<IReadOnlyList<DateTimeOffset>> Interval);

    /// <summary>The extent of these features; null when none has a position or a time.</summary>
    public static Extent? Of(IFeatureSet features)
    {
        var numbers = Enumerable.Range(0, features.Count);
        var points = numbers.Select(features.PositionOf).OfType<Content.GeoPoint>().ToList();
        var times = numbers.Select(features.TimeOf).OfType<FeatureTime>().ToList();
        var box = points.Count == 0 ? null : new Box(
            [[points.Min(p => p.Lng), points.Min(p => p.Lat), points.Max(p => p.Lng), points.Max(p => p.Lat)]], KnownCrs.Crs84.Uri);
        var span = times.Count == 0 ? null : new Span([[times.Min(time => time.From), times.Max(time => time.To)]]);
        return box is null && span is null ? null : new Extent(box, span);
    }
}
