using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Jizhou.Public.Site.Markdown.Cite;

/// <summary>Writes the mark as a link with a name that makes sense when read aloud.</summary>
public sealed class CiteRenderer : HtmlObjectRenderer<CiteInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, CiteInline obj)
    {
        if (((PageHtmlRenderer)renderer).Notes.Cite(obj.Reference, obj.Line) is not var (number, citation))
        {
            return;
        }

        renderer.Write($"<a class=\"cite\" href=\"#basis-{number}\" aria-label=\"");
        renderer.WriteEscape($"出处 {number}：{citation.Label}").Write($"\">[{number}]</a>");
    }
}
