using Markdig.Extensions.CustomContainers;

namespace Jizhou.Public.Site.Markdown;

/// <summary>One kind of <c>::: name arguments</c> box.</summary>
public interface IBox
{
    /// <summary>The word after the colons.</summary>
    string Name { get; }

    /// <summary>Writes the box; problems go to the renderer's notes.</summary>
    void Write(PageHtmlRenderer renderer, CustomContainer box);
}
