using Markdig;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;

namespace Jizhou.Public.Site.Markdown.Cite;

/// <summary><c>[@eco-code#506]</c> — a numbered mark that leads to the list of sources at the foot of the page.</summary>
public sealed class CiteExtension : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new CiteParser());

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) =>
        ((PageHtmlRenderer)renderer).ObjectRenderers.Add(new CiteRenderer());
}
