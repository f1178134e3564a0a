namespace Jizhou.Public.Site.Gallery;

/// <summary>An example ready for the gallery page.</summary>
/// <param name="Example">The example.</param>
/// <param name="Component">The component, or null for Markdown.</param>
/// <param name="Parameters">The component's parameters.</param>
/// <param name="Html">The Markdown as HTML, or empty.</param>
public sealed record ShownExample(Example Example, Type? Component, IDictionary<string, object?> Parameters, string Html);
