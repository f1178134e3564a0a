using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places;

/// <summary>A standing place with what its terminal last said; what the store hands to the snapshot.</summary>
/// <param name="Place">The place.</param>
/// <param name="Status">The terminal's last report, or null.</param>
public sealed record PlaceRow(Place Place, TerminalStatus? Status);
