using Markdig.Syntax.Inlines;

namespace Jizhou.Public.Site.Markdown.Cite;

/// <summary>A mark that cites a source.</summary>
/// <param name="reference">The citation, as content writes it.</param>
public sealed class CiteInline(string reference) : LeafInline
{
    /// <summary>The citation, as content writes it: <c>eco-code#506</c>.</summary>
    public string Reference => reference;
}
