using Jizhou.Public.Api.Platform.Hosting.Portal;

namespace Jizhou.Public.Api.Places.Pages;

/// <summary>The sitemap's files, written once for each state of places and site.</summary>
public sealed class SitemapFiles(CurrentPlaces places, PortalFiles portal, PortalAddress address)
{
    private volatile Written? _last;

    /// <summary>A file by name; null when there is none, or no site.</summary>
    public (string Xml, string Version)? Find(string name)
    {
        if (!portal.TryFind("/sitemap.xml", out var site))
        {
            return null;
        }

        var snapshot = places.Snapshot;
        var version = $"{snapshot.Version}-{site.Tag}";
        if (_last is not { } last || last.Version != version)
        {
            using var reader = new StreamReader(site.Open());
            _last = last = new Written(version, PlaceSitemap.Files(reader.ReadToEnd(), snapshot, address.Public).ToDictionary(file => file.Name, file => file.Xml));
        }

        return last.Files.TryGetValue(name, out var xml) ? (xml, version) : null;
    }

    private sealed record Written(string Version, IReadOnlyDictionary<string, string> Files);
}
