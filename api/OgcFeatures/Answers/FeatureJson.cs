using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Jizhou.Public.Api.OgcFeatures.Queries;
using Jizhou.Public.Api.Platform.Geodata;

namespace Jizhou.Public.Api.OgcFeatures.Answers;

/// <summary>Writes features as GeoJSON (RFC 7946), in another coordinate system where one was asked for.</summary>
internal static class FeatureJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly ConditionalWeakTable<IFeatureSet, byte[]?[]> Written = [];

    /// <summary>A writer with Chinese left readable.</summary>
    public static Utf8JsonWriter WriterTo(IBufferWriter<byte> buffer) => new(buffer, Readable);

    /// <summary>Where the properties of a set's features are kept once they were written; null for those never asked for. Looked up once an answer.</summary>
    public static byte[]?[] KeptOf(IFeatureSet features) => Written.GetValue(features, set => new byte[]?[set.Count]);

    /// <summary>The members of a feature; the caller opens and closes the object.</summary>
    public static void WriteMembers(Utf8JsonWriter json, IFeatureCollection collection, IFeatureSet features, byte[]?[] kept, int ordinal, KnownCrs crs)
    {
        json.WriteString("type", "Feature");
        json.WriteString("id", features.IdOf(ordinal));
        WriteGeometry(json, features, ordinal, crs);
        json.WritePropertyName("properties");
        json.WriteRawValue(kept[ordinal] ??= WriteProperties(collection, features, ordinal), skipInputValidation: true);
    }

    private static byte[] WriteProperties(IFeatureCollection collection, IFeatureSet features, int ordinal)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = WriterTo(buffer);
        json.WriteStartObject();
        for (var number = 0; number < collection.Properties.Count; number++)
        {
            WriteProperty(json, collection.Properties[number], features.TextOf(ordinal, number));
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The member <c>links</c>.</summary>
    public static void WriteLinks(Utf8JsonWriter json, IEnumerable<Link> links)
    {
        json.WriteStartArray("links");
        foreach (var link in links)
        {
            json.WriteStartObject();
            json.WriteString("href", link.Href);
            json.WriteString("rel", link.Rel);
            json.WriteString("type", link.Type);
            json.WriteString("title", link.Title);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteGeometry(Utf8JsonWriter json, IFeatureSet features, int ordinal, KnownCrs crs)
    {
        if (features.PositionOf(ordinal) is not { } position)
        {
            json.WriteNull("geometry");
            return;
        }

        var (first, second) = crs.Write(position);
        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WriteStartArray("coordinates");
        json.WriteNumberValue(first);
        json.WriteNumberValue(second);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteProperty(Utf8JsonWriter json, FeatureProperty property, string? text)
    {
        json.WritePropertyName(property.Name);
        switch (property.Kind)
        {
            case var _ when text is null:
                json.WriteNullValue();
                break;
            case FeatureValue.Flag:
                json.WriteBooleanValue(text == "true");
                break;
            case FeatureValue.Number:
                json.WriteNumberValue(long.Parse(text, CultureInfo.InvariantCulture));
                break;
            case FeatureValue.Codes:
                JsonSerializer.Serialize(json, text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
                break;
            default:
                json.WriteStringValue(text);
                break;
        }
    }
}
