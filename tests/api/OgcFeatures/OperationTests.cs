using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Jizhou.Public.ApiTests.OgcFeatures;

/// <summary>More abstract tests of Part 1, requirements class core: the operations, the parameters as the document writes them, and what they select.</summary>
public sealed class OperationTests(OgcServer ogc) : IClassFixture<OgcServer>
{
    public static TheoryData<string> CollectionIds => CoreTests.CollectionIds;

    [Fact(DisplayName = "/conf/core/root-op: the landing page answers")]
    public Task Root_op() => AnswersAsync("");

    [Fact(DisplayName = "/conf/core/api-definition-op: the description of the API answers")]
    public Task Api_definition_op() => AnswersAsync("/api");

    [Fact(DisplayName = "/conf/core/api-definition-success: every link to the description leads to one of the announced type")]
    public async Task Api_definition_success()
    {
        var links = (await ogc.JsonAsync("")).GetProperty("links").EnumerateArray()
            .Where(link => link.GetProperty("rel").GetString() is "service-desc" or "service-doc").ToList();
        Assert.Equal(2, links.Count);
        foreach (var link in links)
        {
            using var answer = await ogc.GetAsync(link.GetProperty("href").GetString()!);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(link.GetProperty("type").GetString()!.Split(';')[0], answer.Content.Headers.ContentType!.MediaType);
        }
    }

    [Fact(DisplayName = "/conf/core/conformance-op: the conformance declaration answers")]
    public Task Conformance_op() => AnswersAsync("/conformance");

    [Fact(DisplayName = "/conf/core/fc-md-op: the list of collections answers")]
    public Task Fc_md_op() => AnswersAsync("/collections");

    [Fact(DisplayName = "/conf/core/fc-md-success: the list has links and collections, each with id and links")]
    public async Task Fc_md_success()
    {
        var answer = await ogc.JsonAsync("/collections");
        Assert.NotEmpty(answer.GetProperty("links").EnumerateArray());
        Assert.All(answer.GetProperty("collections").EnumerateArray(), one =>
        {
            Assert.NotEmpty(OgcServer.IdOf(one));
            Assert.NotEmpty(one.GetProperty("links").EnumerateArray());
        });
    }

    [Fact(DisplayName = "/conf/core/fc-md-links: the list links to itself and to every other form, with rel and type")]
    public async Task Fc_md_links()
    {
        var links = (await ogc.JsonAsync("/collections")).GetProperty("links").EnumerateArray().ToList();
        Assert.Equal(["self", "alternate"], links.Select(link => link.GetProperty("rel").GetString()).Where(rel => rel is "self" or "alternate"));
        Assert.All(links, link => Assert.NotEmpty(link.GetProperty("type").GetString()!));
    }

    [Fact(DisplayName = "/conf/core/fc-md-items: every collection is listed")]
    public async Task Fc_md_items() =>
        Assert.Equal(["changes", "places", "townships"], (await ogc.JsonAsync("/collections")).GetProperty("collections").EnumerateArray().Select(OgcServer.IdOf));

    [Theory(DisplayName = "/conf/core/fc-md-extent-multi: one box and one interval, each of the whole")]
    [MemberData(nameof(CollectionIds))]
    public async Task Fc_md_extent_multi(string id)
    {
        var extent = (await ogc.JsonAsync($"/collections/{id}")).GetProperty("extent");
        if (extent.TryGetProperty("spatial", out var spatial)) // the changes of this server tell of places that are gone
        {
            Assert.Equal(1, spatial.GetProperty("bbox").GetArrayLength());
        }

        if (extent.TryGetProperty("temporal", out var temporal))
        {
            Assert.Equal(1, temporal.GetProperty("interval").GetArrayLength());
        }
    }

    [Theory(DisplayName = "/conf/core/sfc-md-op: every collection answers")]
    [MemberData(nameof(CollectionIds))]
    public Task Sfc_md_op(string id) => AnswersAsync($"/collections/{id}");

    [Theory(DisplayName = "/conf/core/fc-op: the features of every collection answer")]
    [MemberData(nameof(CollectionIds))]
    public Task Fc_op(string id) => AnswersAsync($"/collections/{id}/items");

    [Theory(DisplayName = "/conf/core/f-op: every feature of a page answers under its id")]
    [MemberData(nameof(CollectionIds))]
    public async Task F_op(string id)
    {
        foreach (var feature in (await ogc.JsonAsync($"/collections/{id}/items?limit=5")).GetProperty("features").EnumerateArray())
        {
            await AnswersAsync($"/collections/{id}/items/{Uri.EscapeDataString(OgcServer.IdOf(feature))}");
        }
    }

    [Theory(DisplayName = "/conf/core/f-links: a feature links to itself, to its other forms and to its collection")]
    [MemberData(nameof(CollectionIds))]
    public async Task F_links(string id)
    {
        var feature = OgcServer.IdOf((await ogc.JsonAsync($"/collections/{id}/items?limit=1")).GetProperty("features")[0]);
        var alone = await ogc.JsonAsync($"/collections/{id}/items/{feature}");
        Assert.Equal($"{OgcServer.Public}/ogc/collections/{id}/items/{feature}", OgcServer.LinkOf(alone, "self"));
        Assert.Equal($"{OgcServer.Public}/ogc/collections/{id}", OgcServer.LinkOf(alone, "collection"));
        Assert.Equal(2, alone.GetProperty("links").EnumerateArray().Count(link => link.GetProperty("rel").GetString() == "alternate"));
        Assert.All(alone.GetProperty("links").EnumerateArray(), link => Assert.NotEmpty(link.GetProperty("type").GetString()!));
    }

    [Fact(DisplayName = "/conf/core/crs84: without another wish longitude comes first, in degrees of WGS-84")]
    public async Task Crs84()
    {
        var features = (await ogc.JsonAsync("/collections/places/items?limit=1000")).GetProperty("features").EnumerateArray().ToList();
        Assert.All(features.Zip(ogc.Places).Where(pair => pair.Second.Position is not null), pair => Assert.Equal(
            [pair.Second.Position!.Value.Lng, pair.Second.Position.Value.Lat],
            pair.First.GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(number => number.GetDouble())));
    }

    [Fact(DisplayName = "/conf/core/fc-limit-definition: limit is a whole number from 1 to 1000, 10 by default")]
    public async Task Fc_limit_definition()
    {
        var schema = (await DefinitionAsync("limit")).GetProperty("schema");
        Assert.Equal(
            ("integer", 1, 1000, 10),
            (schema.GetProperty("type").GetString(), schema.GetProperty("minimum").GetInt32(), schema.GetProperty("maximum").GetInt32(), schema.GetProperty("default").GetInt32()));
    }

    [Fact(DisplayName = "/conf/core/fc-bbox-definition: bbox is four or six numbers")]
    public async Task Fc_bbox_definition()
    {
        var schema = (await DefinitionAsync("bbox")).GetProperty("schema");
        Assert.Equal(("array", "number"), (schema.GetProperty("type").GetString(), schema.GetProperty("items").GetProperty("type").GetString()));
        Assert.Equal([(4, 4), (6, 6)], schema.GetProperty("oneOf").EnumerateArray().Select(one => (one.GetProperty("minItems").GetInt32(), one.GetProperty("maxItems").GetInt32())));
    }

    [Fact(DisplayName = "/conf/core/fc-time-definition: datetime is a text")]
    public async Task Fc_time_definition() => Assert.Equal("string", (await DefinitionAsync("datetime")).GetProperty("schema").GetProperty("type").GetString());

    [Fact(DisplayName = "The parameters of Part 2 are texts that are URIs")]
    public async Task Crs_definitions()
    {
        foreach (var name in new[] { "crs", "bbox-crs" })
        {
            Assert.Equal("uri", (await DefinitionAsync(name)).GetProperty("schema").GetProperty("format").GetString());
        }
    }

    [Theory(DisplayName = "/conf/core/fc-bbox-response: exactly the features in the box, edges included; those without a position never")]
    [InlineData(117.3, 39.8, 117.5, 40)]
    [InlineData(-180, -90, 180, 90)]
    [InlineData(0, 0, 1, 1)]
    public async Task Fc_bbox_response(double west, double south, double east, double north)
    {
        var expected = ogc.Places.Where(place => place.Position is { } p && p.Lng >= west && p.Lng <= east && p.Lat >= south && p.Lat <= north).Select(place => place.Id);
        Assert.Equal(expected, await ogc.WalkAsync(string.Create(CultureInfo.InvariantCulture, $"/collections/places/items?limit=1000&bbox={west},{south},{east},{north}")));
    }

    [Theory(DisplayName = "/conf/core/fc-time-response: exactly the features whose time meets the moment or interval; those without a time never")]
    [InlineData("2026-03-05", "2026-03-05", "2026-03-05")]
    [InlineData("2026-03-05t12:00:00z", "2026-03-05", "2026-03-05")]
    [InlineData("2026-03-05/2026-04-01", "2026-03-05", "2026-04-01")]
    [InlineData("../2026-04-01", "0001-01-01", "2026-04-01")]
    [InlineData("/2026-04-01", "0001-01-01", "2026-04-01")]
    [InlineData("2026-04-01/..", "2026-04-01", "9999-12-31")]
    [InlineData("2026-04-01/", "2026-04-01", "9999-12-31")]
    public async Task Fc_time_response(string asked, string from, string to)
    {
        var (first, last) = (DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture));
        var expected = ogc.Places.Where(place => place.LastVerified >= first && place.LastVerified <= last).Select(place => place.Id).ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, await ogc.WalkAsync($"/collections/places/items?limit=1000&datetime={asked}"));
    }

    [Fact(DisplayName = "/conf/core/fc-response: only what was asked for, as a feature collection with links")]
    public async Task Fc_response()
    {
        var page = await ogc.JsonAsync("/collections/places/items?limit=20&kind=textile-bin");
        Assert.Equal("FeatureCollection", page.GetProperty("type").GetString());
        Assert.NotEmpty(page.GetProperty("links").EnumerateArray());
        Assert.NotEmpty(page.GetProperty("features").EnumerateArray());
        Assert.All(page.GetProperty("features").EnumerateArray(), feature => Assert.Equal("textile-bin", feature.GetProperty("properties").GetProperty("kind").GetString()));
    }

    [Theory(DisplayName = "/conf/core/fc-numberMatched: how many match on all pages together")]
    [InlineData("")]
    [InlineData("&kind=textile-bin")]
    [InlineData("&bbox=0,0,1,1")]
    public async Task Fc_numberMatched(string filter)
    {
        var all = await ogc.WalkAsync($"/collections/places/items?limit=1000{filter}");
        var page = await ogc.JsonAsync($"/collections/places/items?limit=3{filter}");
        Assert.Equal(all.Count, page.GetProperty("numberMatched").GetInt32());
    }

    [Theory(DisplayName = "/conf/core/fc-numberReturned: how many there are on this page")]
    [InlineData("?limit=3")]
    [InlineData("?limit=1000")]
    [InlineData("?bbox=0,0,1,1")]
    public async Task Fc_numberReturned(string query)
    {
        var page = await ogc.JsonAsync($"/collections/places/items{query}");
        Assert.Equal(page.GetProperty("features").GetArrayLength(), page.GetProperty("numberReturned").GetInt32());
    }

    /// <summary>A parameter of the document, in the form that the standard wants of all of them.</summary>
    private async Task<JsonElement> DefinitionAsync(string name)
    {
        var parameter = (await ogc.JsonAsync("/api")).GetProperty("components").GetProperty("parameters").GetProperty(name);
        Assert.Equal(
            (name, "query", false, "form", false),
            (parameter.GetProperty("name").GetString(), parameter.GetProperty("in").GetString(), parameter.GetProperty("required").GetBoolean(),
                parameter.GetProperty("style").GetString(), parameter.GetProperty("explode").GetBoolean()));
        return parameter;
    }

    private async Task AnswersAsync(string path)
    {
        using var answer = await ogc.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
