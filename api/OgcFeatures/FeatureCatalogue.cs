using Jizhou.Public.Api.Platform.Geodata;
using Jizhou.Public.Api.Platform.Hosting.Portal;

namespace Jizhou.Public.Api.OgcFeatures;

/// <summary>All collections, and the public address below which they stand.</summary>
public sealed class FeatureCatalogue(IEnumerable<IFeatureCollection> registered, PortalAddress portal)
{
    /// <summary>The collections by id.</summary>
    public IReadOnlyList<IFeatureCollection> All { get; } = [.. registered.OrderBy(collection => collection.Id, StringComparer.Ordinal)];

    /// <summary>The landing page's address, without a closing slash; never from the Host header.</summary>
    public string Root => $"{portal.Public}/ogc";

    /// <summary>Where the licences of the data are told.</summary>
    public string Licences => $"{portal.Public}/about/sources/";

    /// <summary>Address of a collection.</summary>
    public string AddressOf(IFeatureCollection collection) => $"{Root}/collections/{collection.Id}";

    /// <summary>Address of a feature.</summary>
    public string AddressOf(IFeatureCollection collection, string feature) => $"{AddressOf(collection)}/items/{Uri.EscapeDataString(feature)}";

    /// <summary>The collection with an id, or null.</summary>
    public IFeatureCollection? Find(string id) => All.FirstOrDefault(collection => collection.Id == id);
}
