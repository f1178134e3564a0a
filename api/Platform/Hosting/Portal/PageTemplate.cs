using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Jizhou.Public.Api.Platform.Hosting.Portal;

/// <summary>
/// A page of the site with gaps: <c>{{token}}</c> takes text and escapes it, <c>{{{token}}}</c> takes a fragment of HTML. Read
/// once, filled often.
/// </summary>
public sealed partial class PageTemplate
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly List<(string Before, string Token, bool Raw)> _gaps = [];
    private readonly string _rest;

    /// <summary>Reads a template.</summary>
    public PageTemplate(string html)
    {
        var at = 0;
        foreach (Match gap in Gap().Matches(html))
        {
            var raw = gap.Groups["raw"].Success;
            _gaps.Add((html[at..gap.Index], gap.Groups[raw ? "raw" : "text"].Value, raw));
            at = gap.Index + gap.Length;
        }

        _rest = html[at..];
    }

    /// <summary>The names of all gaps.</summary>
    public IReadOnlyCollection<string> Tokens => [.. _gaps.Select(gap => gap.Token).Distinct(StringComparer.Ordinal)];

    /// <summary>Text that is safe in HTML and inside the quotes of a JSON script block.</summary>
    public static string Escape(string text) => Encoder.Encode(text).Replace("\\", "&#92;", StringComparison.Ordinal);

    /// <summary>Fills every gap; a token nobody fills is a bug between site and API and throws.</summary>
    public string Fill(IReadOnlyDictionary<string, string> values)
    {
        var html = new StringBuilder(_rest.Length + 8_000);
        foreach (var (before, token, raw) in _gaps)
        {
            var value = values[token];
            html.Append(before).Append(raw ? value : Escape(value));
        }

        return html.Append(_rest).ToString();
    }

    [GeneratedRegex(@"\{\{\{(?<raw>[a-z]+)\}\}\}|\{\{(?<text>[a-z]+)\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gap();
}
