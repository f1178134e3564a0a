using System.Text.RegularExpressions;
using Markdig.Extensions.CustomContainers;

namespace Jizhou.Public.Site.Markdown.Places;

/// <summary><c>::: places kind=textile-bin material=textile</c> — the way to the nearest places, and what to do when there is none.</summary>
public sealed partial class PlacesBox : IBox
{
    /// <inheritdoc/>
    public string Name => "places";

    /// <inheritdoc/>
    public void Write(PageHtmlRenderer renderer, CustomContainer box)
    {
        var arguments = box.Arguments?.Trim() ?? "";
        if (!Arguments().IsMatch(arguments))
        {
            renderer.Notes.Report(box.Line, $"cannot read the places box \"{arguments}\"", "write kind=CODE and material=CODE, separated by spaces");
            return;
        }

        var query = string.Join("&amp;", arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        renderer.WriteLine("<div class=\"places-box\">");
        renderer.WriteChildren(box);
        renderer.Write("<p><a class=\"button\" href=\"/places/");
        renderer.Write(query.Length == 0 ? "" : "?" + query).WriteLine("\">找最近的点</a></p>");
        renderer.WriteLine("</div>");
    }

    [GeneratedRegex("^((kind|material)=[a-z0-9-]+( +|$))*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Arguments();
}
