namespace Jizhou.Public.Site.Pages;

/// <summary>One page on its way to the output: an address, what the head says of it, and the component that writes its body.</summary>
public sealed record SitePage
{
    /// <summary>Absolute path: <c>/sorting/</c> is written as <c>sorting/index.html</c>, <c>/404.html</c> as it stands.</summary>
    public required string Address { get; init; }

    /// <summary>The page's h1 and the first half of its title.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence for search results and for sharing.</summary>
    public required string Summary { get; init; }

    /// <summary>The Razor component that writes the body.</summary>
    public required Type Body { get; init; }

    /// <summary>Parameters for <see cref="Body"/>.</summary>
    public IReadOnlyDictionary<string, object?> Parameters { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>The way here from the home page; filled in by <see cref="Trail"/> once all pages are known.</summary>
    public IReadOnlyList<Crumb> Crumbs { get; init; } = [];

    /// <summary>Names of the script modules this page needs (<c>Components/NAME/NAME.js</c>); none is the rule.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];

    /// <summary>Names of the style sheets this page needs beside the common one (<c>Styles/separate/NAME.css</c>): what few pages show, no other page pays for.</summary>
    public IReadOnlyList<string> Styles { get; init; } = [];

    /// <summary>The line of warning above the header, or null: pages that show sample places or take sample bookings have one.</summary>
    public string? Notice { get; init; }

    /// <summary>True for a page that must fit one screen of a phone: there the sections stand behind 全部栏目, and the way here is left out.</summary>
    public bool Slim { get; init; }

    /// <summary>False keeps the page out of the sitemap and asks search engines to pass by.</summary>
    public bool Listed { get; init; } = true;

    /// <summary>True for a page with tokens that the API fills in: its head then takes the canonical address from a token.</summary>
    public bool IsTemplate { get; init; }

    /// <summary>True for a template whose head takes more from the API: <c>{{{head}}}</c>.</summary>
    public bool HasHead { get; init; }

    /// <summary>Path of the file below the output folder, with forward slashes.</summary>
    public string File => Address.EndsWith('/') ? $"{Address[1..]}index.html" : Address[1..];
}
