using Jizhou.Public.Api.Platform.Geodata;

namespace Jizhou.Public.Api.OgcFeatures.Pages;

/// <summary>Says a property's value to people.</summary>
internal static class FeatureText
{
    /// <summary>是 and 否 for flags, 、 between codes, everything else as it is.</summary>
    public static string Of(FeatureProperty property, string? text) => property.Kind switch
    {
        FeatureValue.Flag when text is not null => text == "true" ? "是" : "否",
        FeatureValue.Codes when text is not null => text.Replace(" ", "、", StringComparison.Ordinal),
        _ => text ?? "",
    };
}
