using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;

namespace Jizhou.Public.Site.Markdown.Steps;

/// <summary><c>::: steps</c> — an ordered list shown as numbered steps. Refuses a box without an ordered list.</summary>
public sealed class StepsBox : IBox
{
    /// <inheritdoc/>
    public string Name => "steps";

    /// <inheritdoc/>
    public void Write(PageHtmlRenderer renderer, CustomContainer box)
    {
        if (box is not [ListBlock { IsOrdered: true }])
        {
            renderer.Notes.Report(box.Line, "a steps box that is not one ordered list", "write the steps as 1. 2. 3. and nothing else between the colons");
            return;
        }

        renderer.WriteLine("<div class=\"steps\">");
        renderer.WriteChildren(box);
        renderer.WriteLine("</div>");
    }
}
