using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Jizhou.Public.Site.Markdown.Safety;

/// <summary>Refuses what content may not hold: raw HTML, addresses other than pages, https, mail and telephone, pictures from elsewhere, a second h1.</summary>
public static class SafeMarkdown
{
    private static readonly string[] Schemes = ["https://", "http://", "mailto:", "tel:"];

    /// <summary>Notes every refusal with its line.</summary>
    public static void Check(MarkdownDocument document, WritingNotes notes)
    {
        foreach (var node in document.Descendants())
        {
            switch (node)
            {
                case HtmlBlock or HtmlInline:
                    notes.Report(node.Line, "raw HTML", "write it in Markdown, or escape the < as \\<");
                    break;
                case LinkInline { IsImage: true } picture:
                    CheckPicture(picture, notes);
                    break;
                case LinkInline link:
                    CheckAddress(link.Url ?? "", link.Line, notes);
                    break;
                case AutolinkInline link:
                    CheckAddress(link.IsEmail ? "mailto:" + link.Url : link.Url, link.Line, notes);
                    break;
                case HeadingBlock { Level: 1 }:
                    notes.Report(node.Line, "a heading of the first level", "begin at ##: the h1 is the title of the front matter");
                    break;
                default:
                    break;
            }
        }
    }

    private static void CheckAddress(string address, int line, WritingNotes notes)
    {
        var safe = address.StartsWith('#')
            || (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal))
            || Schemes.Any(scheme => address.StartsWith(scheme, StringComparison.Ordinal));
        if (!safe)
        {
            notes.Report(line, $"a link to \"{address}\"", "begin it with / (a page), # (a heading), https://, mailto: or tel:");
        }
    }

    private static void CheckPicture(LinkInline picture, WritingNotes notes)
    {
        if (picture.Url?.StartsWith("/assets/", StringComparison.Ordinal) != true)
        {
            notes.Report(picture.Line, $"a picture from \"{picture.Url}\"", "use /assets/pictures/NAME.svg: nothing is loaded from elsewhere");
        }

        if (picture.FirstChild is null)
        {
            notes.Report(picture.Line, $"the picture {picture.Url} has no alternative text", "say in the brackets what it shows");
        }
    }
}
