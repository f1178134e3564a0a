using Jizhou.Public.Api.Places.Geo;

namespace Jizhou.Public.Api.Places.Clusters;

/// <summary>Places that lie in one cell of a map's grid.</summary>
/// <param name="Centre">The middle of their positions.</param>
/// <param name="Box">The smallest box around them.</param>
/// <param name="Places">Ordinals of the places, ascending and so by id.</param>
public sealed record Cluster(Position Centre, BoundingBox Box, IReadOnlyList<int> Places);
