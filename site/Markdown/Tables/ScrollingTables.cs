using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Jizhou.Public.Site.Markdown.Tables;

/// <summary>Lets a wide table scroll within itself, so that the page never does; reachable by keyboard.</summary>
public sealed class ScrollingTables : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        // The parser is Markdig's own; only the writing differs.
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) =>
        ((PageHtmlRenderer)renderer).ObjectRenderers.Insert(0, new Renderer());

    private sealed class Renderer : HtmlObjectRenderer<Table>
    {
        private readonly HtmlTableRenderer _inner = new();

        protected override void Write(HtmlRenderer renderer, Table obj)
        {
            renderer.EnsureLine();
            var name = ((PageHtmlRenderer)renderer).Notes.NameTable();
            renderer.WriteLine($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{name}\">");
            _inner.Write(renderer, obj);
            renderer.WriteLine("</div>");
        }
    }
}
