using System.Buffers;
using Jizhou.Public.Api.OgcFeatures.Answers;
using Jizhou.Public.Api.OgcFeatures.Pages;
using Jizhou.Public.Api.OgcFeatures.Queries;
using Jizhou.Public.Api.Platform.Geodata;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.OgcFeatures;

/// <summary>GET /ogc/collections/{collection}/items — the features that match, page by page.</summary>
public static class Items
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? s_buffer;

    /// <summary>A page of features.</summary>
    /// <param name="Collection">Whose they are.</param>
    /// <param name="Features">The set they were taken from.</param>
    /// <param name="Crs">The system of their coordinates.</param>
    /// <param name="Matched">How many match on all pages together.</param>
    /// <param name="Ordinals">Those of this page.</param>
    /// <param name="Links">Onward.</param>
    public sealed record Response(
        IFeatureCollection Collection, IFeatureSet Features, KnownCrs Crs, int Matched, IReadOnlyList<int> Ordinals, IReadOnlyList<Link> Links);

    /// <summary>Maps the operation, and the short way of each collection.</summary>
    public static void Map(IEndpointRouteBuilder ogc)
    {
        ogc.MapGet("/collections/{collection}/items", Handle);
        var services = ogc.ServiceProvider;
        var (catalogue, time) = (services.GetRequiredService<FeatureCatalogue>(), services.GetRequiredService<TimeProvider>());
        foreach (var collection in catalogue.All)
        {
            services.GetRequiredService<ShortWays>().Add(
                $"/ogc/collections/{collection.Id}/items",
                (HttpContext context, SharedHeaders.Writer headers, out Task answer) => TryAnswerShort(context, headers, catalogue, collection, time, out answer));
        }
    }

    private static async Task<IResult> Handle(string collection, HttpContext context, FeatureCatalogue catalogue, TimeProvider time)
    {
        if (catalogue.Find(collection) is not { } found)
        {
            return OgcRefusals.NoCollection(collection).ToProblem();
        }

        var features = found.Features;
        if (!ItemsQuery.TryRead(context.Request.Query, found, features, out var query, out var refusal)
            || !FormChoice.TryChoose(context, Form.OfFeatures, out var form, out refusal))
        {
            return refusal!.ToProblem();
        }

        var answer = Answer(context, catalogue, found, features, query, form);
        context.Response.Headers["Content-Crs"] = query.Crs.Header;
        if (form == Form.Html)
        {
            return OgcAnswer.Page<ItemsPage>(("Answer", answer), ("Catalogue", catalogue));
        }

        await FreshAnswer.SendAsync(context, Write(answer), form.MediaType, time.GetUtcNow());
        return Results.Empty;
    }

    /// <summary>Data for a program; pages, packed answers and refusals take the long way.</summary>
    private static bool TryAnswerShort(
        HttpContext context, SharedHeaders.Writer headers, FeatureCatalogue catalogue, IFeatureCollection collection, TimeProvider time, out Task answer)
    {
        answer = Task.CompletedTask;
        var features = collection.Features;
        if (AcceptedEncoding.Of(context.Request) is not null
            || !ItemsQuery.TryRead(context.Request.Query, collection, features, out var query, out _)
            || !FormChoice.TryChoose(context, Form.OfFeatures, out var form, out _) || form == Form.Html)
        {
            context.Response.Headers.Clear();
            return false;
        }

        headers.WriteAll(context);
        context.Response.Headers["Content-Crs"] = query.Crs.Header;
        answer = FreshAnswer.SendAsync(context, Write(Answer(context, catalogue, collection, features, query, form)), form.MediaType, time.GetUtcNow());
        return true;
    }

    private static Response Answer(
        HttpContext context, FeatureCatalogue catalogue, IFeatureCollection collection, IFeatureSet features, ItemsQuery query, Form form)
    {
        var asked = context.Request.Query;
        var address = $"{catalogue.AddressOf(collection)}/items";
        var matched = query.Match(features);
        var (start, end) = Bounds(matched, query);
        List<Link> links = [.. Links.SelfAndAlternates(address, asked, form, Form.OfFeatures)];
        if (end < matched.Count)
        {
            links.Add(new Link(address + Links.Query(asked, ("cursor", features.IdOf(matched[end - 1]))), "next", form.MediaType, "下一页"));
        }

        if (start > 0)
        {
            var before = start - query.Limit;
            var cursor = before > 0 ? features.IdOf(matched[before - 1]) : null;
            links.Add(new Link(address + Links.Query(asked, ("cursor", cursor)), "prev", form.MediaType, "上一页"));
        }

        links.Add(new Link(catalogue.AddressOf(collection), "collection", Form.Json.MediaType, collection.Title));
        return new Response(collection, features, query.Crs, matched.Count, matched[start..end], links);
    }

    /// <summary>Where the page begins and ends among the matches. The cursor names the feature before it, so that a renewed set loses and doubles nothing.</summary>
    private static (int Start, int End) Bounds(List<int> matched, ItemsQuery query)
    {
        var found = matched.BinarySearch(query.Start);
        var start = found >= 0 ? found : ~found;
        return (start, Math.Min(start + query.Limit, matched.Count));
    }

    /// <summary>The page as JSON, in a buffer of this thread: to be sent, which copies it, before anything is awaited.</summary>
    private static ReadOnlyMemory<byte> Write(Response answer)
    {
        var buffer = s_buffer ??= new ArrayBufferWriter<byte>(16 * 1024);
        buffer.ResetWrittenCount();
        using var json = FeatureJson.WriterTo(buffer);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteNumber("numberMatched", answer.Matched);
        json.WriteNumber("numberReturned", answer.Ordinals.Count);
        json.WriteBoolean("sample", answer.Features.HasSamples);
        FeatureJson.WriteLinks(json, answer.Links);
        json.WriteStartArray("features");
        var kept = FeatureJson.KeptOf(answer.Features);
        foreach (var ordinal in answer.Ordinals)
        {
            json.WriteStartObject();
            FeatureJson.WriteMembers(json, answer.Collection, answer.Features, kept, ordinal, answer.Crs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
