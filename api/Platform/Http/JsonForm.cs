using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>The form of JSON on the wire: camelCase names, kebab-case values, readable Chinese, no lenient reading.</summary>
public static class JsonForm
{
    /// <summary>The same form for JSON that is made outside an endpoint (exports, stored answers).</summary>
    public static readonly JsonSerializerOptions Options = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>Registers the form for all endpoints.</summary>
    public static void AddJsonForm(this WebApplicationBuilder builder)
        => builder.Services.ConfigureHttpJsonOptions(options => Configure(options.SerializerOptions));

    private static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        // Answers are application/json with nosniff, so nothing in them can act as HTML.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.AllowDuplicateProperties = false; // which of two values was meant?
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        return options;
    }
}
