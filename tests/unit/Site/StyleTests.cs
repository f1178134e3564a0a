using System.Globalization;
using System.Text.RegularExpressions;
using Jizhou.Public.Site.Build;

namespace Jizhou.Public.UnitTests.Site;

/// <summary>The style sheet: what WebView 69 understands, text no smaller than 18 px, targets, contrast.</summary>
public sealed class StyleTests
{
    /// <summary>Text colours on the grounds they stand on.</summary>
    private static readonly (string Text, string Ground)[] Pairs =
    [
        .. from text in new[] { "ink", "ink-2", "link", "leaf", "danger" } from ground in new[] { "paper", "card" } select (text, ground),
        ("caution", "caution-bg"), ("on-button", "button"), ("ink", "caution-bg"),
        ("on-band", "recyclable"), ("on-band", "kitchen"), ("on-band", "hazardous"), ("on-band", "residual"), ("on-band", "elsewhere"),
    ];

    /// <summary>What Chrome 69 does not know and would drop, breaking the layout; harmless refinements are not on the list.</summary>
    private static readonly string[] Unknown =
    [
        @":is\(", @":where\(", @":has\(", @":not\([^)]*,", @"\bclamp\(", @"\bmin\(", @"\bmax\(", @"aspect-ratio", @"\binset\b(?!\s+0)", @"margin-inline", @"padding-inline",
        @"margin-block", @"padding-block", @"border-inline", @"@layer", @"@container", @"&\s*[:.\w]", @"\d(dvh|svh|lvh|cqw)", @"color-mix\(", @"\boverflow:\s*clip", @"text-align:\s*(start|end)\b.*justify",
    ];

    public static TheoryData<string> Schemes => new("light", "dark");

    [Fact]
    public void Nothing_stands_in_it_that_WebView_69_does_not_know()
    {
        var css = Plain();
        Assert.All(Unknown, pattern => Assert.DoesNotMatch(pattern, css));
    }

    [Fact]
    public void Flex_boxes_do_not_rely_on_gap()
    {
        foreach (var rule in Rules().Where(rule => rule.Body.Contains("display: flex", StringComparison.Ordinal) || rule.Body.Contains("inline-flex", StringComparison.Ordinal)))
        {
            Assert.DoesNotMatch(@"(?<!grid-|column-)\bgap\s*:", rule.Body);
        }
    }

    [Fact]
    public void Focus_is_visible_without_focus_visible()
    {
        var css = Plain();
        Assert.Contains("a:focus, button:focus, input:focus", css, StringComparison.Ordinal);
        Assert.All(Rules().Where(rule => rule.Selector.Contains(":focus-visible", StringComparison.Ordinal)),
            rule => Assert.DoesNotMatch(@"outline:\s*[1-9]", rule.Body)); // an old browser drops the whole rule: it may only take away
    }

    [Fact]
    public void No_text_is_smaller_than_18_px()
    {
        var sizes = Regex.Matches(Plain(), @"(?:font-size|--step-[-\d]+):\s*(?<size>[\d.]+)rem").Select(m => Number(m.Groups["size"].Value) * 16).ToList();
        Assert.NotEmpty(sizes);
        Assert.All(sizes, size => Assert.True(size >= 18, $"{size} px"));
        Assert.DoesNotMatch(@"font-size:\s*[\d.]+(px|em|%)(?!;? *})", Regex.Replace(Plain(), @"html\[data-size=""elder""\] \{[^}]*\}|html \{[^}]*\}", ""));
    }

    [Fact]
    public void Targets_are_44_px_and_in_the_elder_version_60_px_with_text_of_27()
    {
        var css = Plain();
        Assert.Contains("--target: 2.75rem", css, StringComparison.Ordinal);
        Assert.Contains("html[data-size=\"elder\"] { font-size: 150%; }", css, StringComparison.Ordinal);
        Assert.Contains("--target: 60px", css, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_loaded_and_nothing_is_slanted()
    {
        Assert.DoesNotMatch(@"url\(|@import|@font-face", Plain());
        Assert.DoesNotMatch(@"italic|text-align:\s*justify", Plain());
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Every_text_colour_reaches_seven_to_one_on_its_ground(string scheme)
    {
        var colours = Colours(scheme);
        Assert.All(Pairs, pair =>
        {
            var contrast = Contrast(colours[pair.Text], colours[pair.Ground]);
            Assert.True(contrast >= 7, $"{pair.Text} on {pair.Ground} in {scheme}: {contrast:0.00}");
        });
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Borders_of_controls_reach_three_to_one(string scheme)
    {
        var colours = Colours(scheme);
        Assert.True(Contrast(colours["edge"], colours["card"]) >= 3);
        Assert.True(Contrast(colours["edge"], colours["paper"]) >= 3);
    }

    private static string Plain() => Regex.Replace(StyleBundle.Read() + string.Concat(StyleBundle.Separate.Select(StyleBundle.ReadSeparate)), @"/\*.*?\*/", "", RegexOptions.Singleline);

    private static IEnumerable<(string Selector, string Body)> Rules() =>
        Regex.Matches(Plain(), @"(?<selector>[^{}]+)\{(?<body>[^{}]*)\}").Select(m => (m.Groups["selector"].Value, m.Groups["body"].Value));

    private static Dictionary<string, string> Colours(string scheme)
    {
        var blocks = Regex.Matches(Plain(), @":root \{(?<body>[^}]*)\}").Select(m => m.Groups["body"].Value).ToList();
        var all = Read(blocks[0]);
        if (scheme == "dark")
        {
            var dark = Read(blocks.First(block => block.Contains("--paper", StringComparison.Ordinal) && block != blocks[0]));
            Assert.NotEmpty(dark);
            foreach (var (name, colour) in dark)
            {
                all[name] = colour;
            }
        }

        return all;
    }

    private static Dictionary<string, string> Read(string block) =>
        Regex.Matches(block, @"--(?<name>[\w-]+):\s*#(?<colour>[0-9a-f]{6})").ToDictionary(m => m.Groups["name"].Value, m => m.Groups["colour"].Value);

    private static double Contrast(string one, string other)
    {
        var (light, dark) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(string colour)
    {
        var parts = Enumerable.Range(0, 3).Select(i => int.Parse(colour.AsSpan(2 * i, 2), NumberStyles.HexNumber) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
