using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Jizhou.Public.Site.Markdown.Pickup;

/// <summary>Writes the number. Reports a key that data/bulky does not have.</summary>
public sealed class PickupRenderer : HtmlObjectRenderer<PickupInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, PickupInline obj)
    {
        var notes = ((PageHtmlRenderer)renderer).Notes;
        if (notes.PickupNumbers.TryGetValue(obj.Key, out var number))
        {
            renderer.WriteEscape(number);
            return;
        }

        notes.Report(obj.Line, $"no number \"{obj.Key}\" of the pickup", $"use one of: {string.Join(", ", notes.PickupNumbers.Keys.Order(StringComparer.Ordinal))}");
    }
}
