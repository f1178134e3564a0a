using System.Text.Json.Nodes;
using Jizhou.Public.Api.Platform.Geodata;

namespace Jizhou.Public.Api.OgcFeatures.Answers;

/// <summary>The schemas of the OpenAPI document.</summary>
internal static class ApiSchemas
{
    /// <summary>All schemas: those of the standard, and two for each collection (a feature and a page of them).</summary>
    public static JsonObject All(IReadOnlyList<IFeatureCollection> collections)
    {
        var all = new JsonObject
        {
            ["link"] = Thing(["href", "rel"], ("href", Text()), ("rel", Text()), ("type", Text()), ("title", Text())),
            ["landingPage"] = Thing(["links"], ("title", Text()), ("description", Text()), ("links", ListOf(Reference("link")))),
            ["confClasses"] = Thing(["conformsTo"], ("conformsTo", ListOf(Text())), ("links", ListOf(Reference("link")))),
            ["collections"] = Thing(
                ["links", "collections"], ("links", ListOf(Reference("link"))), ("crs", ListOf(Text())), ("collections", ListOf(Reference("collection")))),
            ["collection"] = Thing(
                ["id", "links"], ("id", Text()), ("title", Text()), ("description", Text()), ("sample", Of("boolean")), ("extent", Reference("extent")),
                ("itemType", Text()), ("crs", ListOf(Text())), ("storageCrs", Text()), ("links", ListOf(Reference("link")))),
            ["extent"] = Thing(
                [], ("spatial", Thing([], ("bbox", ListOf(ListOf(Of("number")))), ("crs", Text()))), ("temporal", Thing([], ("interval", ListOf(ListOf(Text())))))),
            ["point"] = Thing(["type", "coordinates"], ("type", Text("Point")), ("coordinates", ListOf(Of("number")))),
            ["problem"] = Thing(
                ["type", "title", "status", "code"], ("type", Text()), ("title", Text()), ("status", Of("integer")), ("detail", Text()), ("code", Text()),
                ("requestId", Text())),
            ["openApi"] = Of("object"),
            ["page"] = Text(),
        };
        foreach (var collection in collections)
        {
            all[collection.Id] = Feature(collection);
            all[$"{collection.Id}Items"] = Page(collection);
        }

        return all;
    }

    /// <summary>A text, or one of these.</summary>
    public static JsonObject Text(params IEnumerable<string> values)
    {
        var schema = Of("string");
        JsonNode[] allowed = [.. values.Select(value => (JsonNode)value)];
        if (allowed.Length > 0)
        {
            schema["enum"] = new JsonArray(allowed);
        }

        return schema;
    }

    /// <summary>One value of a property, as a filter takes it.</summary>
    public static JsonObject OfValue(FeatureProperty property) => property.Kind switch
    {
        FeatureValue.Flag => Of("boolean"),
        FeatureValue.Number => Of("integer"),
        FeatureValue.Day => new JsonObject { ["type"] = "string", ["format"] = "date" },
        FeatureValue.Moment => new JsonObject { ["type"] = "string", ["format"] = "date-time" },
        _ => Text(property.Allowed),
    };

    /// <summary>A schema that stands elsewhere in the document.</summary>
    public static JsonObject Reference(string name) => new() { ["$ref"] = $"#/components/schemas/{name}" };

    private static JsonObject Feature(IFeatureCollection collection) => Thing(
        ["type", "id", "geometry", "properties"], ("type", Text("Feature")), ("id", Text()),
        ("geometry", new JsonObject { ["nullable"] = true, ["allOf"] = new JsonArray(Reference("point")) }),
        ("properties", Thing([], [.. collection.Properties.Select(property => (property.Name, OfProperty(property)))])),
        ("links", ListOf(Reference("link"))));

    private static JsonObject Page(IFeatureCollection collection) => Thing(
        ["type", "features"], ("type", Text("FeatureCollection")), ("numberMatched", Of("integer")), ("numberReturned", Of("integer")),
        ("sample", Of("boolean")), ("timeStamp", new JsonObject { ["type"] = "string", ["format"] = "date-time" }),
        ("links", ListOf(Reference("link"))), ("features", ListOf(Reference(collection.Id))));

    private static JsonObject OfProperty(FeatureProperty property)
    {
        var value = property.Kind is FeatureValue.Codes ? ListOf(OfValue(property)) : OfValue(property);
        value["title"] = property.Label;
        value["nullable"] = true;
        if (value["enum"] is JsonArray allowed)
        {
            allowed.Add(null); // in OpenAPI 3.0 nullable alone does not add it
        }

        return value;
    }

    private static JsonObject Thing(IEnumerable<string> required, params (string Name, JsonObject Schema)[] members)
    {
        var properties = new JsonObject();
        foreach (var (name, schema) in members)
        {
            properties[name] = schema;
        }

        var thing = new JsonObject { ["type"] = "object", ["properties"] = properties };
        JsonNode[] names = [.. required.Select(name => (JsonNode)name)];
        if (names.Length > 0)
        {
            thing["required"] = new JsonArray(names);
        }

        return thing;
    }

    private static JsonObject ListOf(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Of(string type) => new() { ["type"] = type };
}
