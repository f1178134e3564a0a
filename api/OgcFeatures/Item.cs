using System.Buffers;
using Jizhou.Public.Api.OgcFeatures.Answers;
using Jizhou.Public.Api.OgcFeatures.Pages;
using Jizhou.Public.Api.OgcFeatures.Queries;
using Jizhou.Public.Api.Platform.Geodata;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.OgcFeatures;

/// <summary>GET /ogc/collections/{collection}/items/{feature} — one feature.</summary>
public static class Item
{
    private static readonly string[] Known = ["crs", FormChoice.Parameter];

    /// <summary>A feature.</summary>
    public sealed record Response(IFeatureCollection Collection, IFeatureSet Features, int Ordinal, KnownCrs Crs, IReadOnlyList<Link> Links);

    /// <summary>Maps the operation.</summary>
    public static void Map(IEndpointRouteBuilder ogc) => ogc.MapGet("/collections/{collection}/items/{feature}", Handle);

    private static IResult Handle(string collection, string feature, HttpContext context, FeatureCatalogue catalogue)
    {
        if (catalogue.Find(collection) is not { } found)
        {
            return OgcRefusals.NoCollection(collection).ToProblem();
        }

        var (features, asked) = (found.Features, context.Request.Query);
        if (features.Find(feature) is not { } ordinal)
        {
            return (features.WhyGone(feature) ?? OgcRefusals.NoFeature(collection, feature)).ToProblem();
        }

        var refusal = QueryCheck.Refuse(asked, Known) ?? QueryCheck.RefuseCrs("crs", asked["crs"]);
        if (refusal is not null || !FormChoice.TryChoose(context, Form.OfFeatures, out var form, out refusal))
        {
            return refusal!.ToProblem();
        }

        var crs = KnownCrs.Find(asked["crs"]) ?? KnownCrs.Crs84;
        var answer = new Response(found, features, ordinal, crs,
        [
            .. Links.SelfAndAlternates(catalogue.AddressOf(found, feature), asked, form, Form.OfFeatures),
            new Link(catalogue.AddressOf(found), "collection", Form.Json.MediaType, found.Title),
        ]);
        context.Response.Headers["Content-Crs"] = $"<{crs.Uri}>";
        return form == Form.Html ? OgcAnswer.Page<ItemPage>(("Answer", answer)) : TypedResults.Bytes(Write(answer), form.MediaType);
    }

    private static ReadOnlyMemory<byte> Write(Response answer)
    {
        var buffer = new ArrayBufferWriter<byte>(2 * 1024);
        using var json = FeatureJson.WriterTo(buffer);
        json.WriteStartObject();
        FeatureJson.WriteMembers(json, answer.Collection, answer.Features, FeatureJson.KeptOf(answer.Features), answer.Ordinal, answer.Crs);
        FeatureJson.WriteLinks(json, answer.Links);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
