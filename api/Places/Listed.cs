namespace Jizhou.Public.Api.Places;

/// <summary>One place of a page.</summary>
/// <param name="Entry">The place.</param>
/// <param name="Rank">Its group; smaller ones come first.</param>
/// <param name="Metres">How far it is, unrounded; below zero for a place that is listed without a distance.</param>
internal readonly record struct Listed(PlaceEntry Entry, int Rank, double Metres);
