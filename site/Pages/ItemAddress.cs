using Jizhou.Public.Content;

namespace Jizhou.Public.Site.Pages;

/// <summary>Where an item's page stands.</summary>
public static class ItemAddress
{
    /// <summary>The folder of all item pages, and the address of the list from A to Z.</summary>
    public const string Folder = "/sorting/items/";

    /// <summary>The address of one item.</summary>
    public static string Of(SortingItem item) => $"{Folder}{item.Id}/";
}
