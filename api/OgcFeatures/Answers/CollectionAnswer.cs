using System.Text.Json.Serialization;
using Jizhou.Public.Api.OgcFeatures.Queries;
using Jizhou.Public.Api.Platform.Geodata;

namespace Jizhou.Public.Api.OgcFeatures.Answers;

/// <summary>What is told about a collection.</summary>
public sealed record CollectionAnswer(
    string Id, string Title, string Description, bool Sample, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Extent? Extent,
    string ItemType, IReadOnlyList<string> Crs, string StorageCrs, IReadOnlyList<Link> Links)
{
    /// <summary>Tells about a collection as it is now; <paramref name="own"/> are links of the address that tells it.</summary>
    public static CollectionAnswer Of(FeatureCatalogue catalogue, IFeatureCollection collection, IEnumerable<Link> own)
    {
        var features = collection.Features;
        var items = $"{catalogue.AddressOf(collection)}/items";
        return new CollectionAnswer(
            collection.Id, collection.Title, collection.Description, features.HasSamples, Extent.Of(features), "feature",
            [.. KnownCrs.All.Select(crs => crs.Uri)], KnownCrs.Crs84.Uri,
            [
                .. own,
                .. Form.OfFeatures.Select(form => new Link($"{items}?f={form.Code}", "items", form.MediaType, $"{collection.Title}（{form.Name}）")),
                new Link(catalogue.Licences, "license", Form.Html.MediaType, "来源和许可"),
            ]);
    }
}
