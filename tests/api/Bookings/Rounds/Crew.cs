using System.Globalization;
using System.Net;
using System.Text.Json;
using Jizhou.Public.ApiTests.Console;

namespace Jizhou.Public.ApiTests.Bookings.Rounds;

/// <summary>A crew's phone as its script talks: it asks for a session, then sends reports.</summary>
internal sealed class Crew : IDisposable
{
    private static int _count;
    private readonly ConsoleBrowser _browser;
    private readonly ApiServer _server;

    private Crew(ConsoleBrowser browser, ApiServer server) => (_browser, _server) = (browser, server);

    public static async Task<Crew> SignedInAsync(ApiServer server, string name) => new(await ConsoleBrowser.SignedInAsync(server, name), server);

    public static string NewId() => string.Create(CultureInfo.InvariantCulture, $"test-result-{Interlocked.Increment(ref _count):00000000}");

    public Task<string> PageAsync() => _browser.PageAsync("/console/round/");

    public Task<HttpResponseMessage> GetAsync(string path) => _browser.GetAsync(path);

    public async Task<JsonElement> SessionAsync(string query = "")
    {
        using var answer = await _browser.GetAsync("/console/round/session" + query);
        return await Resident.Expect(answer, HttpStatusCode.OK);
    }

    /// <summary>Sends a result as the script does.</summary>
    public async Task<HttpResponseMessage> SendAsync(string round, string reference, string result, string? id = null, string? reason = null, DateTimeOffset? happenedAt = null,
        byte[]? photo = null, string path = "/console/round/results/", params (string Name, string Value)[] more)
    {
        var session = await SessionAsync();
        var now = _server.Clock.GetUtcNow();
        var body = new MultipartFormDataContent();
        foreach (var (name, value) in more.Concat(new[]
        {
            ("id", id ?? NewId()), ("round", round), ("reference", reference), ("result", result), ("reason", reason ?? ""),
            ("happened-at", (happenedAt ?? now).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)), ("sent-at", now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)),
            ("form-token", session.GetProperty("formToken").GetString()!),
        }).DistinctBy(field => field.Item1))
        {
            body.Add(new StringContent(value), name);
        }

        if (photo is not null)
        {
            body.Add(new ByteArrayContent(photo), "photo", "photo.jpg");
        }

        return await _browser.PostAsync(path, body, "application/json");
    }

    /// <summary>Sends a result that must be kept; what became of it.</summary>
    public async Task<string?> SentAsync(string round, string reference, string result, string? id = null, string? reason = null, DateTimeOffset? happenedAt = null, byte[]? photo = null,
        params (string Name, string Value)[] more)
    {
        using var answer = await SendAsync(round, reference, result, id, reason, happenedAt, photo, more: more);
        return (await Resident.Expect(answer, HttpStatusCode.OK)).GetProperty("outcome").GetString();
    }

    public void Dispose() => _browser.Dispose();
}
