using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import.Planning;

/// <summary>All places an import is compared with.</summary>
/// <param name="Standing">Places that stand.</param>
/// <param name="Removed">Places that were removed; their ids are taken.</param>
public sealed record PlacesOnRecord(IReadOnlyList<Place> Standing, IReadOnlyList<Place> Removed);
