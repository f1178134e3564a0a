namespace Jizhou.Public.Site.Build;

/// <summary>What all pages of one build share: the owner's settings and the addresses of the hashed files.</summary>
/// <param name="Settings">The owner's settings.</param>
/// <param name="Stylesheet">Address of the one style sheet.</param>
/// <param name="Scripts">Addresses of the script modules by their name.</param>
/// <param name="Imports">By name of a script, the addresses of everything it imports.</param>
/// <param name="Styles">Addresses of the style sheets that only some pages load, by their name.</param>
public sealed record SiteFrame(
    SiteSettings Settings, string Stylesheet, IReadOnlyDictionary<string, string> Scripts, IReadOnlyDictionary<string, IReadOnlyList<string>> Imports, IReadOnlyDictionary<string, string> Styles)
{
    /// <summary>The address of a page for the outside world, or null when the owner has named none.</summary>
    public string? Canonical(string address) =>
        Settings.BaseAddress.Length == 0 ? null : Settings.BaseAddress + address;
}
