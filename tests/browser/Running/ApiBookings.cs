using System.Net.Http.Json;
using System.Text.Json;

namespace Jizhou.Public.BrowserTests.Running;

/// <summary>A booking that was made.</summary>
/// <param name="Reference">Its number without strokes, as the console's addresses write it.</param>
/// <param name="Phone">The phone it was made with.</param>
/// <param name="Label">What stands on the item.</param>
public sealed record MadeBooking(string Reference, string Phone, string Label);

/// <summary>Bookings made through the API, for journeys that begin where residents have finished.</summary>
public static class ApiBookings
{
    private static int _made;

    /// <summary>Books one of an item; every booking has a phone of its own.</summary>
    public static async Task<MadeBooking> BookAsync(
        this RunningPortal portal, string slot, string address, string access = "truck", string item = "wardrobe", string village = "120119100201", string? name = null, string? note = null)
    {
        using var client = new HttpClient { BaseAddress = portal.Address };
        var number = Interlocked.Increment(ref _made);
        var phone = $"1390000{number:0000}";
        using var held = await client.PostAsJsonAsync("/api/v1/bookings/holds", new { slot, village, address, access, items = new[] { new { code = item, count = 1 } } });
        var hold = (await JsonAsync(held)).GetProperty("hold").GetString();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/bookings") { Content = JsonContent.Create(new { hold, phone, name, note }) };
        request.Headers.Add("Idempotency-Key", $"booking-of-a-journey-{number}");
        using var booked = await client.SendAsync(request);
        var made = await JsonAsync(booked);
        return new MadeBooking(made.GetProperty("reference").GetString()!.Replace("-", "", StringComparison.Ordinal), phone, made.GetProperty("label").GetString()!);
    }

    /// <summary>The state its resident reads.</summary>
    public static async Task<string?> StateAsync(this RunningPortal portal, MadeBooking booking)
    {
        using var client = new HttpClient { BaseAddress = portal.Address };
        using var answer = await client.PostAsJsonAsync("/api/v1/bookings/lookup", new { reference = booking.Reference, phoneEnding = booking.Phone[^4..] });
        return (await JsonAsync(answer)).GetProperty("booking").GetProperty("state").GetString();
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }
}
