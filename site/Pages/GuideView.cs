using Jizhou.Public.Content;
using Jizhou.Public.Site.Markdown;

namespace Jizhou.Public.Site.Pages;

/// <summary>One Markdown page, ready to be shown.</summary>
/// <param name="Page">The page as it was read.</param>
/// <param name="Text">Its body as HTML, with what it cites.</param>
/// <param name="Office">Name of the office that answers for it.</param>
/// <param name="Related">Where to go on from here.</param>
public sealed record GuideView(ContentPage Page, WrittenText Text, string Office, IReadOnlyList<Crumb> Related)
{
    /// <summary>The front matter.</summary>
    public FrontMatter Front => Page.Front;
}
