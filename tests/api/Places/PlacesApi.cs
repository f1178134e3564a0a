using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Jizhou.Public.ApiTests.Places;

/// <summary>Short words for asking the server about places.</summary>
internal static class PlacesApi
{
    /// <summary>How many sample places stand: those of the table without the removed ones, and the days of hand-in.</summary>
    public const int Standing = 172;

    private static readonly JsonSerializerOptions Strict =
        new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>An answer as its documented type; a member that is not documented fails the test.</summary>
    public static async Task<T> Read<T>(this ApiServer server, string address) =>
        JsonSerializer.Deserialize<T>(await server.Http.GetStringAsync(new Uri(address, UriKind.Relative)), Strict)!;

    /// <summary>The JSON of an address that answers this status.</summary>
    public static async Task<JsonElement> Ask(this ApiServer server, string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await server.Http.GetAsync(address);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{address} answered {(int)answer.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The stable code of a refusal.</summary>
    public static async Task<string?> Code(this ApiServer server, string address, HttpStatusCode status = HttpStatusCode.BadRequest) =>
        (await server.Ask(address, status)).GetProperty("code").GetString();

    /// <summary>The places of an answer.</summary>
    public static List<JsonElement> Items(this JsonElement answer) => [.. answer.GetProperty("items").EnumerateArray()];

    /// <summary>A member as text.</summary>
    public static string? Text(this JsonElement item, string member) => item.GetProperty(member).GetString();

    /// <summary>All pages of a list put together, or those from a cursor on.</summary>
    public static async Task<List<JsonElement>> AllPages(this ApiServer server, string address, string? from = null)
    {
        List<JsonElement> items = [];
        var next = from;
        do
        {
            var page = await server.Ask(address + (next is null ? "" : $"&cursor={next}"));
            items.AddRange(page.Items());
            next = page.Text("next");
        }
        while (next is not null);
        return items;
    }

    /// <summary>Asserts a strong tag and that sending it back gives 304 without a body.</summary>
    public static async Task AssertConditional(this ApiServer server, string address)
    {
        using var first = await server.Http.GetAsync(address);
        var tag = first.Headers.ETag;
        Assert.NotNull(tag);
        Assert.False(tag.IsWeak);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(tag);
        using var second = await server.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        Assert.Equal(tag, second.Headers.ETag);
    }
}
