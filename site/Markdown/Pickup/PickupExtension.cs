using Markdig;
using Markdig.Renderers;

namespace Jizhou.Public.Site.Markdown.Pickup;

/// <summary><c>{pickup:holdMinutes}</c> — a number of the pickup, from data/bulky and never from prose.</summary>
public sealed class PickupExtension : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new PickupParser());

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) =>
        ((PageHtmlRenderer)renderer).ObjectRenderers.Add(new PickupRenderer());
}
