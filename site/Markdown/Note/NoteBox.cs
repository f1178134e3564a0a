using Markdig.Extensions.CustomContainers;

namespace Jizhou.Public.Site.Markdown.Note;

/// <summary><c>::: tip</c> and <c>::: warn</c> — a note beside the text; the warning is for danger alone.</summary>
/// <param name="name">The word after the colons.</param>
/// <param name="heading">The word that is shown, so that colour is never the only sign.</param>
public sealed class NoteBox(string name, string heading) : IBox
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public void Write(PageHtmlRenderer renderer, CustomContainer box)
    {
        renderer.Write("<div class=\"note ").Write(name).Write("\" role=\"note\"><p class=\"note-word\">");
        renderer.WriteEscape(heading).WriteLine("</p>");
        renderer.WriteChildren(box);
        renderer.WriteLine("</div>");
    }
}
