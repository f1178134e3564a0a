using Jizhou.Public.Content;
using Jizhou.Public.Site.Pages;

namespace Jizhou.Public.Site.Pipelines;

/// <summary>What a link to a page of ours is called.</summary>
public static class Titles
{
    /// <summary>The link: the section's short name, else the page's title, else the item's name; <c>check</c> finds the rest dead.</summary>
    public static Crumb Link(string address, ContentFolder content) => new(address, Of(address, content));

    private static string Of(string address, ContentFolder content) =>
        Navigation.Sections.Concat(Navigation.About).FirstOrDefault(link => link.Address == address)?.Title
        ?? content.Pages.FirstOrDefault(page => page.Url == address)?.Front.Title
        ?? content.Sorting.Items.FirstOrDefault(item => ItemAddress.Of(item) == address)?.Name
        ?? address;
}
