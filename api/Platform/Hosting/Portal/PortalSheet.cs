namespace Jizhou.Public.Api.Platform.Hosting.Portal;

/// <summary>The portal's style sheet, for pages that the API renders itself.</summary>
public sealed class PortalSheet(PortalFiles portal)
{
    /// <summary>Its address with the hash of its content; null when the site was not built.</summary>
    public string? Address { get; } = Find(portal.Root);

    private static string? Find(string root)
    {
        var folder = Path.Combine(root, "assets");
        return !Directory.Exists(folder)
            ? null
            : Directory.EnumerateFiles(folder, "site.*.css").Order(StringComparer.Ordinal).Select(f => "/assets/" + Path.GetFileName(f)).FirstOrDefault();
    }
}
