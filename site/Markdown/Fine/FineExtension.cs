using Markdig;
using Markdig.Renderers;

namespace Jizhou.Public.Site.Markdown.Fine;

/// <summary><c>{fine:eco-code#1169}</c> — the dated amounts of a fine, from data and never from prose.</summary>
public sealed class FineExtension : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new FineParser());

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) =>
        ((PageHtmlRenderer)renderer).ObjectRenderers.Add(new FineRenderer());
}
