using System.Text;
using System.Text.RegularExpressions;

namespace Jizhou.Public.Site.Build;

/// <summary>Joins the style sheets into one: the foundation in a fixed order, then the components by name, then print.</summary>
public static partial class StyleBundle
{
    private static readonly string[] Foundation = ["tokens", "base", "text", "controls", "page"];
    private static readonly string[] Closing = ["elder", "print"];

    /// <summary>The whole style sheet, without comments and needless space.</summary>
    public static string Build() => Tighten(Read());

    /// <summary>Names of the style sheets that only some pages load.</summary>
    public static IReadOnlyList<string> Separate { get; } =
        [.. EmbeddedFiles.Find("Styles/separate/", ".css").Select(path => Path.GetFileNameWithoutExtension(path))];

    /// <summary>One of those, without comments and needless space.</summary>
    public static string BuildSeparate(string name) => Tighten(ReadSeparate(name));

    /// <summary>One of those as it was written.</summary>
    public static string ReadSeparate(string name) => EmbeddedFiles.ReadText($"Styles/separate/{name}.css");

    /// <summary>The whole style sheet as it was written.</summary>
    public static string Read()
    {
        var text = new StringBuilder();
        foreach (var path in Paths())
        {
            text.Append(EmbeddedFiles.ReadText(path)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The style sheets in the order they are joined.</summary>
    public static IReadOnlyList<string> Paths() =>
    [
        .. Foundation.Select(name => $"Styles/{name}.css"),
        .. EmbeddedFiles.Find("Components/", ".css"),
        .. Closing.Select(name => $"Styles/{name}.css"),
    ];

    private static string Tighten(string css)
    {
        css = Comment().Replace(css, "");
        css = Space().Replace(css, " ");
        return AroundPunctuation().Replace(css, "${mark}").Replace(";}", "}", StringComparison.Ordinal).Trim();
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();

    // Not around ":" "+" "-" or "(": there a space may carry meaning (descendants, calc, media queries).
    [GeneratedRegex(@" ?(?<mark>[{};,>]) ?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AroundPunctuation();
}
