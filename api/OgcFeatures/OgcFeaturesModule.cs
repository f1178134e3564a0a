namespace Jizhou.Public.Api.OgcFeatures;

/// <summary>OGC API – Features, Parts 1 and 2: every registered feature collection for maps, geodata tools and people.</summary>
public static class OgcFeaturesModule
{
    /// <summary>Registers what the addresses below /ogc need.</summary>
    public static void AddOgcFeatures(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<FeatureCatalogue>();
    }

    /// <summary>Maps the operations. They are described at /ogc/api, as the standard asks, and not in /openapi/v1.json.</summary>
    public static void MapOgcFeatures(this WebApplication app)
    {
        var ogc = app.MapGroup("/ogc").ExcludeFromDescription();
        Landing.Map(ogc);
        Conformance.Map(ogc);
        DescribeApi.Map(ogc);
        Collections.Map(ogc);
        Collection.Map(ogc);
        Items.Map(ogc);
        Item.Map(ogc);
    }
}
