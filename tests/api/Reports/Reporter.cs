using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Jizhou.Public.ApiTests.Bookings;

namespace Jizhou.Public.ApiTests.Reports;

/// <summary>Somebody who reports: the requests of a resident.</summary>
internal sealed class Reporter(HttpClient http)
{
    /// <summary>POST /reports.</summary>
    public async Task<HttpResponseMessage> SendAsync(object report, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/reports") { Content = JsonContent.Create(report) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await http.SendAsync(request);
    }

    /// <summary>A report that must be taken.</summary>
    public async Task<JsonElement> ReportedAsync(object report, string? key = null)
    {
        using var answer = await SendAsync(report, key);
        return await Resident.Expect(answer, HttpStatusCode.Created);
    }

    /// <summary>GET /reports/{ticket}.</summary>
    public async Task<JsonElement> AskAsync(string ticket)
    {
        using var answer = await http.GetAsync($"/api/v1/reports/{ticket}");
        Assert.True(answer.Headers.CacheControl?.NoStore);
        return await Resident.Expect(answer, HttpStatusCode.OK);
    }

    /// <summary>Ids of two places of the sample.</summary>
    public async Task<string[]> PlacesAsync()
    {
        using var answer = await http.GetAsync("/api/v1/places/nearby?lng=117.41&lat=40.05&limit=2");
        return (await Resident.Expect(answer, HttpStatusCode.OK)).GetProperty("items").Texts("id");
    }

    /// <summary>A member as text.</summary>
    public static string Text(JsonElement view, string name) => view.GetProperty(name).GetString()!;
}
