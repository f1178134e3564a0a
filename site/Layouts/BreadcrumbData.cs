using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Jizhou.Public.Site.Pages;

namespace Jizhou.Public.Site.Layouts;

/// <summary>Breadcrumbs for machines: a schema.org <c>BreadcrumbList</c> as JSON-LD.</summary>
/// <remarks>A data block is no script: a strict Content-Security-Policy lets it stand.</remarks>
public static class BreadcrumbData
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The element for the head. The encoder escapes <c>&lt;</c>, so a title cannot close it.</summary>
    public static string Write(IReadOnlyList<Crumb> crumbs, string baseAddress)
    {
        var list = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "BreadcrumbList",
            ["itemListElement"] = crumbs.Select((crumb, index) => new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["@type"] = "ListItem",
                ["position"] = index + 1,
                ["name"] = crumb.Title,
                ["item"] = baseAddress + crumb.Address,
            }),
        };
        return $"<script type=\"application/ld+json\">{JsonSerializer.Serialize(list, Options)}</script>";
    }
}
