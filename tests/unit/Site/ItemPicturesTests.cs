using System.Text.RegularExpressions;
using Jizhou.Public.Site.Build;
using Jizhou.Public.UnitTests.Content;

namespace Jizhou.Public.UnitTests.Site;

/// <summary>Every thing of the pickup's catalogue has a drawing of our own beside its name.</summary>
public sealed class ItemPicturesTests
{
    private static readonly IReadOnlyList<string> Drawn =
        [.. Regex.Matches(EmbeddedFiles.ReadText("Scripts/item-pictures.js"), """^  "(?<code>[a-z-]+)": "M""", RegexOptions.Multiline).Select(m => m.Groups["code"].Value)];

    [Fact]
    public void No_thing_goes_without_a_picture() =>
        Assert.Empty(TestContent.Real.Bulky!.Catalogue.Items.Select(item => item.Code).Except(Drawn));

    [Fact]
    public void No_drawing_is_left_over() => Assert.Empty(Drawn.Except(TestContent.Real.Bulky!.Catalogue.Items.Select(item => item.Code)));
}
