using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Jizhou.Public.Site.Markdown;

/// <summary>Hands every <c>:::</c> box to the <see cref="IBox"/> of its name; an unknown name is a problem.</summary>
public sealed class BoxExtension : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.InsertBefore<Markdig.Parsers.FencedCodeBlockParser>(new CustomContainerParser());

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) =>
        ((PageHtmlRenderer)renderer).ObjectRenderers.Insert(0, new BoxRenderer());

    private sealed class BoxRenderer : HtmlObjectRenderer<CustomContainer>
    {
        protected override void Write(HtmlRenderer renderer, CustomContainer obj)
        {
            var page = (PageHtmlRenderer)renderer;
            if (page.Boxes.FirstOrDefault(known => known.Name == obj.Info) is { } box)
            {
                box.Write(page, obj);
                return;
            }

            page.Notes.Report(obj.Line, $"unknown box \"::: {obj.Info}\"", $"use one of: {string.Join(", ", page.Boxes.Select(known => known.Name))}");
        }
    }
}
