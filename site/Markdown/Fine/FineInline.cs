using Markdig.Syntax.Inlines;

namespace Jizhou.Public.Site.Markdown.Fine;

/// <summary>A place in the text where the amounts of a fine stand.</summary>
/// <param name="reference">The citation of the fine, with <c>/KEY</c> for one amount alone.</param>
public sealed class FineInline(string reference) : LeafInline
{
    /// <summary>The citation of the fine.</summary>
    public string Reference => reference;
}
