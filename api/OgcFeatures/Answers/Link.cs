namespace Jizhou.Public.Api.OgcFeatures.Answers;

/// <summary>A link of the standard.</summary>
/// <param name="Href">Absolute address.</param>
/// <param name="Rel">What it is to this answer.</param>
/// <param name="Type">Media type behind it.</param>
/// <param name="Title">For people.</param>
public sealed record Link(string Href, string Rel, string Type, string Title);
