namespace Jizhou.Public.Content;

/// <summary>The colour of a bin for printed signs. The screen has darker ones, for contrast.</summary>
/// <param name="Category">Code of the category.</param>
/// <param name="Pantone">The standard's colour, such as <c>647C</c>.</param>
/// <param name="Srgb">Its sRGB counterpart, such as <c>#236192</c>.</param>
/// <param name="English">The category's name in English.</param>
/// <param name="Source">Where the counterpart was read.</param>
public sealed record PrintColour(string Category, string Pantone, string Srgb, string English, string Source);
