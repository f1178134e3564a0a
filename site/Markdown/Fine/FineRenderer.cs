using Jizhou.Public.Content;
using Jizhou.Public.Site.Words;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Jizhou.Public.Site.Markdown.Fine;

/// <summary>Writes who is fined, when, how much and since when, and cites the article.</summary>
public sealed class FineRenderer : HtmlObjectRenderer<FineInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, FineInline obj)
    {
        var notes = ((PageHtmlRenderer)renderer).Notes;
        var fines = notes.Penalties.Find(obj.Reference);
        if (fines.Count == 0)
        {
            notes.Report(obj.Line, $"no fine \"{obj.Reference}\"", "name one of data/legal/penalties.yaml, or add it there with its source and date");
            return;
        }

        foreach (var fine in fines.Where(fine => fine.To is null))
        {
            Write(renderer, notes, fine, obj.Line, fine == fines[^1] ? "" : "；");
        }
    }

    private static void Write(HtmlRenderer renderer, WritingNotes notes, Penalty fine, int line, string after)
    {
        var number = notes.Cite(fine.Citation.Id, line)?.Number;
        var since = fine.From is { } from ? $"（{ChineseDate.Day(from)}起）" : "";
        renderer.WriteEscape($"{fine.Who}{fine.Condition}").Write(" <strong class=\"fine\">");
        renderer.WriteEscape(fine.Amount).Write("</strong>");
        renderer.WriteEscape(since).Write($"<a class=\"cite\" href=\"#basis-{number}\" aria-label=\"");
        renderer.WriteEscape($"出处 {number}：{fine.Citation.Label}").Write($"\">[{number}]</a>").WriteEscape(after);
    }
}
