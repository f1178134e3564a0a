using Jizhou.Public.Api.Places.Geo;

namespace Jizhou.Public.Api.Places.Clusters;

/// <summary>Places that lie in one cell of a map's grid.</summary>
/// <param name="Centre">The middle of their positions.</param>
/// <param name="Box">The smallest box around them.</param>
/// <param name="Places">The places, by id.</param>
public sealed record Cluster(Position Centre, BoundingBox Box, IReadOnlyList<PlaceEntry> Places);
