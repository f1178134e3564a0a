using Markdig.Syntax.Inlines;

namespace Jizhou.Public.Site.Markdown.Pickup;

/// <summary>A place in the text where a number of the pickup stands.</summary>
/// <param name="key">One of <see cref="Jizhou.Public.Content.Bulky.BulkyNumbers"/>.</param>
public sealed class PickupInline(string key) : LeafInline
{
    /// <summary>The key of the number.</summary>
    public string Key => key;
}
