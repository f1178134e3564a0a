using Jizhou.Public.Api.Platform.Geodata;

namespace Jizhou.Public.Api.OgcFeatures.Pages;

/// <summary>Says a property's value to people.</summary>
internal static class FeatureText
{
    /// <summary>是 and 否 for flags, 、 between codes that have no names, everything else as the set says it.</summary>
    public static string Of(IFeatureCollection collection, IFeatureSet features, int ordinal, int property)
    {
        var words = features.WordsOf(ordinal, property);
        return collection.Properties[property].Kind switch
        {
            FeatureValue.Flag when words is not null => words == "true" ? "是" : "否",
            FeatureValue.Codes when words is not null => words.Replace(" ", "、", StringComparison.Ordinal),
            _ => words ?? "",
        };
    }
}
