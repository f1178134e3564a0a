using System.Text.Json;
using Jizhou.Public.Api.Places;
using Jizhou.Public.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.OgcFeatures;

/// <summary>
/// The whole program with places of every sort instead of the samples (seeded): some without position, some never verified. The
/// public address is set to one nobody could reach, so that a link made from the Host header would be seen.
/// </summary>
public class OgcServer : IDisposable
{
    public const string Public = "https://geo.example.org";

    private readonly ApiServer _server;

    public OgcServer()
        : this(Public)
    {
    }

    private protected OgcServer(string? address)
    {
        _server = address is null ? new ApiServer() : new ApiServer { ["Portal:BaseAddress"] = address };
        _ = _server.Http;
        Words = _server.Services.GetRequiredService<PlaceWords>();
        Places = Some(Words, 700, seed: 20261122);
        Replace(Places);
    }

    /// <summary>The places, by id.</summary>
    public IReadOnlyList<Place> Places { get; }

    /// <summary>Codes and names.</summary>
    public PlaceWords Words { get; }

    /// <summary>The server.</summary>
    public ApiServer Server => _server;

    /// <summary>Makes other places the current ones.</summary>
    public void Replace(IEnumerable<Place> places) =>
        _server.Services.GetRequiredService<CurrentPlaces>().Replace([.. places.Select(place => new PlaceRow(place, null))], []);

    /// <summary>An answer to an address below /ogc, or to a link of an answer.</summary>
    public async Task<HttpResponseMessage> GetAsync(string address, string? accept = null)
    {
        var path = address.StartsWith(Public, StringComparison.Ordinal) ? address[Public.Length..] : "/ogc" + address;
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return await _server.Http.SendAsync(request);
    }

    /// <summary>The JSON of a 200 answer.</summary>
    public async Task<JsonElement> JsonAsync(string address)
    {
        using var answer = await GetAsync(address);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == 200, $"{address}: {(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The text of a page for people.</summary>
    public async Task<string> PageAsync(string address)
    {
        using var answer = await GetAsync(address, "text/html,application/xhtml+xml,*/*;q=0.8");
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Asserts a problem document with this code and status.</summary>
    public async Task RefusesAsync(string address, string code = "invalid_parameter", int status = 400)
    {
        using var answer = await GetAsync(address);
        await Platform.Http.Problems.ReadAsync(answer, status, code);
    }

    /// <summary>All ids from this page on, following <c>next</c>; every page tells the same numberMatched and its own numberReturned.</summary>
    public async Task<IReadOnlyList<string>> WalkAsync(string address)
    {
        List<string> ids = [];
        for (string? next = address; next is not null;)
        {
            var page = await JsonAsync(next);
            var features = page.GetProperty("features").EnumerateArray().Select(IdOf).ToList();
            Assert.Equal(features.Count, page.GetProperty("numberReturned").GetInt32());
            ids.AddRange(features);
            next = LinkOf(page, "next");
            if (next is null)
            {
                Assert.Equal(ids.Count, page.GetProperty("numberMatched").GetInt32());
            }
        }

        return ids;
    }

    /// <summary>The id of a feature.</summary>
    public static string IdOf(JsonElement feature) => feature.GetProperty("id").GetString()!;

    /// <summary>The address behind a relation; null when there is none.</summary>
    public static string? LinkOf(JsonElement answer, string rel) =>
        answer.GetProperty("links").EnumerateArray().Where(link => link.GetProperty("rel").GetString() == rel)
            .Select(link => link.GetProperty("href").GetString()).FirstOrDefault();

    public void Dispose()
    {
        _server.Dispose();
        GC.SuppressFinalize(this);
    }

    private static List<Place> Some(PlaceWords words, int count, int seed)
    {
        var random = new Random(seed);
        var (kinds, townships) = (words.Vocabulary.Kinds, words.Geo.Townships);
        return [.. Enumerable.Range(0, count).Select(i => new Place
        {
            Id = $"p-{i:000}",
            Name = $"示例·点 {i}",
            Kind = kinds[random.Next(kinds.Count)].Code,
            Accepts = [.. words.Vocabulary.Materials.Where(_ => random.Next(4) == 0).Select(material => material.Code)],
            Hours = i % 4 == 0 ? "Mo-Fr 08:00-17:00" : null,
            Township = townships[random.Next(townships.Count)].Code,
            StepFree = random.Next(3) switch { 0 => null, 1 => true, _ => false },
            Position = random.Next(10) == 0 ? null : new GeoPoint(117.1 + (random.NextDouble() * 0.7), 39.7 + (random.NextDouble() * 0.5)),
            LastVerified = random.Next(5) == 0 ? null : new DateOnly(2026, 1, 1).AddDays(random.Next(300)),
            Source = "test",
            Sample = true,
        })];
    }
}

/// <summary>The same, with links that lead back to it, for clients that follow them.</summary>
public sealed class ReachableOgcServer() : OgcServer(null);
