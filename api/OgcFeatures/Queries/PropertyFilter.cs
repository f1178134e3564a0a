using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Jizhou.Public.Api.Platform.Geodata;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.OgcFeatures.Queries;

/// <summary>A parameter named like a property: only features with exactly this value, or with this code among several.</summary>
internal sealed record PropertyFilter(int Property, FeatureValue Kind, string Value)
{
    /// <summary>Reads a value; refuses what can never stand in the property.</summary>
    public static bool TryRead(IReadOnlyList<FeatureProperty> properties, int number, string value, [NotNullWhen(true)] out PropertyFilter? filter, out Refusal? refusal)
    {
        var property = properties[number];
        refusal = property.Allowed.Count > 0 && !property.Allowed.Contains(value, StringComparer.Ordinal)
            ? OgcRefusals.Invalid(property.Name, value, $" {string.Join("、", property.Allowed)} 之一", FieldCodes.NotOneOf)
            : OfKind(property, value);
        filter = refusal is null ? new PropertyFilter(number, property.Kind, value) : null;
        return filter is not null;
    }

    /// <summary>Whether the feature has the value.</summary>
    public bool Accepts(IFeatureSet features, int ordinal)
    {
        var text = features.TextOf(ordinal, Property);
        return Kind switch
        {
            FeatureValue.Codes => text?.Split(' ').Contains(Value, StringComparer.Ordinal) == true,
            FeatureValue.Moment => text is not null && MomentOf(text) == MomentOf(Value), // one moment has many spellings
            _ => text == Value,
        };
    }

    private static FeatureTime? MomentOf(string text) => TimeFilter.TryRead(text, out var time, out _) && time.From == time.To ? time : null;

    private static Refusal? OfKind(FeatureProperty property, string value) => property.Kind switch
    {
        FeatureValue.Flag when value is not ("true" or "false") => OgcRefusals.Invalid(property.Name, value, " true 或 false", FieldCodes.NotYesOrNo),
        FeatureValue.Number when !long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) =>
            OgcRefusals.Invalid(property.Name, value, "整数", FieldCodes.NotANumber),
        FeatureValue.Day when !DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) =>
            OgcRefusals.Invalid(property.Name, value, " 2026-11-22 这样的日期", FieldCodes.NotADate),
        FeatureValue.Moment when MomentOf(value) is null =>
            OgcRefusals.Invalid(property.Name, value, " RFC 3339 时刻", FieldCodes.NotADate),
        _ => null,
    };
}
