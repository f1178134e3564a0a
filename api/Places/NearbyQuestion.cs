using Jizhou.Public.Api.Places.Geo;

namespace Jizhou.Public.Api.Places;

/// <summary>What <see cref="FindNearby"/> was asked, read and checked.</summary>
/// <param name="Crs">Coordinate system of the answer.</param>
/// <param name="From">Where somebody stands.</param>
/// <param name="Limit">How many places.</param>
/// <param name="Radius">Greatest distance in metres; infinity for none.</param>
/// <param name="After">Where the page before ended.</param>
/// <param name="Filter">Which places.</param>
internal readonly record struct NearbyQuestion(Crs Crs, Position From, int Limit, double Radius, Hit After, PlaceFilter Filter);
