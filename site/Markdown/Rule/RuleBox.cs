using Jizhou.Public.Content;
using Jizhou.Public.Site.Words;
using Markdig.Extensions.CustomContainers;

namespace Jizhou.Public.Site.Markdown.Rule;

/// <summary><c>::: rule eco-code#998</c> — a rule in our words, with document, article, date in force and how sure we are.</summary>
public sealed class RuleBox : IBox
{
    /// <inheritdoc/>
    public string Name => "rule";

    /// <inheritdoc/>
    public void Write(PageHtmlRenderer renderer, CustomContainer box)
    {
        var reference = box.Arguments?.Trim() ?? "";
        if (renderer.Notes.Cite(reference, box.Line) is not var (number, citation))
        {
            return;
        }

        renderer.WriteLine("<div class=\"rule\">");
        renderer.WriteChildren(box);
        renderer.Write("<p class=\"source\"><a href=\"#basis-").Write(number.ToString()).Write("\">");
        renderer.WriteEscape(citation.Label).Write("</a> <span>");
        renderer.WriteEscape($"{LegalWords.InForce(citation)}。").Write("</span> <span class=\"tag\">");
        renderer.WriteEscape(citation.Confidence.Label()).WriteLine("</span></p>");
        renderer.WriteLine("</div>");
    }
}
