namespace Jizhou.Public.Site.Printing;

/// <summary>Something to print or to show: a sign, a card, a poster, a screen.</summary>
/// <param name="Id">Kebab id: part of its page's address and of its files' names.</param>
/// <param name="Title">What it is.</param>
/// <param name="Use">Where to hang it and what for.</param>
/// <param name="Page">The page its QR code leads to.</param>
/// <param name="Papers">a4 and a3, or screen for a picture in pixels.</param>
/// <param name="Width">Width in millimetres of an A4 sheet, or in pixels.</param>
/// <param name="Height">Height likewise.</param>
/// <param name="Svg">The sheet itself.</param>
public sealed record Printable(string Id, string Title, string Use, string Page, IReadOnlyList<string> Papers, double Width, double Height, string Svg)
{
    /// <summary>Is it shown on a screen and not on paper?</summary>
    public bool OnScreen => Papers is ["screen"];

    /// <summary>Its files below <c>/printables/</c>: a PDF for each paper and a picture.</summary>
    public IReadOnlyList<(string Name, string Words)> Files =>
        OnScreen
            ? [($"{Id}.png", $"图片 PNG（{Width}×{Height}）")]
            : [.. Papers.Select(paper => ($"{Id}-{paper}.pdf", $"PDF（{paper.ToUpperInvariant()}）")), ($"{Id}.png", "图片 PNG（A4，每英寸 300 点）")];
}
