using Jizhou.Public.Content;

namespace Jizhou.Public.Site.Markdown;

/// <summary>A body as HTML, with what it cites and what is wrong with it.</summary>
/// <param name="Html">The body's HTML.</param>
/// <param name="Cited">Citations in the order of their numbers.</param>
/// <param name="Problems">Problems found on the way; any of them stops the build.</param>
public sealed record WrittenText(string Html, IReadOnlyList<Citation> Cited, IReadOnlyList<ContentProblem> Problems);
