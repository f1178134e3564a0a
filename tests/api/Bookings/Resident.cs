using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Jizhou.Public.ApiTests.Bookings;

/// <summary>Somebody who books: the requests of a resident, with values of their own for everything a test does not care about.</summary>
internal sealed class Resident(HttpClient http)
{
    /// <summary>A village of 渔阳镇, served Monday to Friday (area centre).</summary>
    public const string Yuyang = "120119100201";

    private static int _count;

    /// <summary>Another phone for everybody.</summary>
    public string Phone { get; init; } = string.Create(CultureInfo.InvariantCulture, $"139{Interlocked.Increment(ref _count):00000000}");

    /// <summary>Another door for everybody.</summary>
    public string Address { get; init; } = string.Create(CultureInfo.InvariantCulture, $"西街{Interlocked.Increment(ref _count)}号");

    /// <summary>POST /holds.</summary>
    public Task<HttpResponseMessage> HoldAsync(string slot, string item = "chair", int count = 1, string village = Yuyang, string? address = null) =>
        http.PostAsJsonAsync("/api/v1/bookings/holds", new { slot, village, address = address ?? Address, items = new[] { new { code = item, count } } });

    /// <summary>The id of a hold that must succeed.</summary>
    public async Task<string> HeldAsync(string slot, string item = "chair", int count = 1, string? address = null)
    {
        using var answer = await HoldAsync(slot, item, count, address: address);
        return (await Expect(answer, HttpStatusCode.Created)).GetProperty("hold").GetString()!;
    }

    /// <summary>POST / with a key of its own unless one is given.</summary>
    public async Task<HttpResponseMessage> ConfirmAsync(string hold, string? key = null, string? name = null, string? note = null, string? phone = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/bookings")
        {
            Content = JsonContent.Create(new { hold, phone = phone ?? Phone, name, note }),
        };
        request.Headers.Add("Idempotency-Key", key ?? NewKey());
        return await http.SendAsync(request);
    }

    /// <summary>A booking that must succeed.</summary>
    public async Task<JsonElement> BookedAsync(string slot, string item = "chair", int count = 1, string? name = null, string? note = null, string? address = null)
    {
        using var answer = await ConfirmAsync(await HeldAsync(slot, item, count, address), name: name, note: note);
        return await Expect(answer, HttpStatusCode.Created);
    }

    /// <summary>POST /lookup.</summary>
    public Task<HttpResponseMessage> LookUpAsync(string reference, string? ending = null) =>
        http.PostAsJsonAsync("/api/v1/bookings/lookup", new { reference, phoneEnding = ending ?? Phone[^4..] });

    /// <summary>A request with a manage token.</summary>
    public async Task<HttpResponseMessage> ManageAsync(HttpMethod method, string reference, string? token, object? body = null, string rest = "")
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/bookings/{reference}{rest}");
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Manage {token}");
        }

        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        return await http.SendAsync(request);
    }

    /// <summary>DELETE with the booking's own token.</summary>
    public Task<HttpResponseMessage> CancelAsync(JsonElement booking) =>
        ManageAsync(HttpMethod.Delete, booking.GetProperty("reference").GetString()!, booking.GetProperty("manageToken").GetString());

    /// <summary>The slot as the list shows it now.</summary>
    public async Task<JsonElement> SlotAsync(string id, string village = Yuyang, string volume = "0.05")
    {
        using var answer = await http.GetAsync($"/api/v1/bookings/slots?village={village}&volume={volume}");
        var list = await Expect(answer, HttpStatusCode.OK);
        return list.GetProperty("items").EnumerateArray().Single(s => s.GetProperty("id").GetString() == id);
    }

    /// <summary>A fresh Idempotency-Key.</summary>
    public static string NewKey() => string.Create(CultureInfo.InvariantCulture, $"test-key-{Interlocked.Increment(ref _count):00000000}");

    /// <summary>The body of an answer that has this status.</summary>
    public static async Task<JsonElement> Expect(HttpResponseMessage answer, HttpStatusCode status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode}: {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The code of a refusal that has this status.</summary>
    public static async Task<string?> Refused(HttpResponseMessage answer, HttpStatusCode status)
    {
        var problem = await Expect(answer, status);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("detail").GetString()));
        return problem.GetProperty("code").GetString();
    }
}
