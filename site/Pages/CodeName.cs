namespace Jizhou.Public.Site.Pages;

/// <summary>A code of the API and the word people read for it.</summary>
/// <param name="Code">The code.</param>
/// <param name="Name">The word.</param>
public sealed record CodeName(string Code, string Name);
