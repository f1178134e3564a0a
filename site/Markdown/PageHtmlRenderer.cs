using Markdig.Renderers;

namespace Jizhou.Public.Site.Markdown;

/// <summary>Markdig's HTML renderer, carrying the notes of the page it writes and the boxes it knows.</summary>
/// <param name="writer">Where the HTML goes.</param>
/// <param name="notes">Citations and problems of this page.</param>
/// <param name="boxes">The <c>:::</c> boxes.</param>
public sealed class PageHtmlRenderer(TextWriter writer, WritingNotes notes, IReadOnlyList<IBox> boxes) : HtmlRenderer(writer)
{
    /// <summary>Citations and problems of this page.</summary>
    public WritingNotes Notes => notes;

    /// <summary>The <c>:::</c> boxes by name.</summary>
    public IReadOnlyList<IBox> Boxes => boxes;
}
