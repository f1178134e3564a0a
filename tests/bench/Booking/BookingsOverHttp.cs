using System.Net.Http.Json;
using System.Text.Json;

namespace Jizhou.Public.Bench.Booking;

/// <summary>Bookings through a server: a hold and a confirmation each, 32 clients at once. How often and how long is said here; the server's CPU is counted by the script.</summary>
internal static class BookingsOverHttp
{
    private const string Village = "120119100201";

    public static async Task<int> RunAsync(string address, int seconds, int stage)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Clients.Count }) { BaseAddress = new Uri(address + "/api/v1/bookings/") };
        using var offered = await JsonDocument.ParseAsync(await http.GetStreamAsync($"slots?village={Village}"));
        var slots = offered.RootElement.GetProperty("items").EnumerateArray().Where(s => s.GetProperty("available").GetBoolean()).Select(s => s.GetProperty("id").GetString()!).ToList();
        var done = 0;
        await Clients.MeasureAsync($"bookings over HTTP, {slots.Count} slots", seconds, async (client, n) =>
        {
            var who = ((client + (stage * Clients.Count)) * 100_000L) + n;
            using var held = await http.PostAsJsonAsync("holds", new { slot = slots[((client * 31) + n) % slots.Count], village = Village, address = $"西街{who}号", items = new[] { new { code = "chair", count = 1 } } });
            using var hold = await ReadAsync(held);
            using var request = new HttpRequestMessage(HttpMethod.Post, "")
            {
                Content = JsonContent.Create(new { hold = hold.RootElement.GetProperty("hold").GetString(), phone = $"13{who:000000000}", name = "示例", note = "门口" }),
                Headers = { { "Idempotency-Key", $"bench-key-{who:0000000000}" } },
            };
            using var booked = await http.SendAsync(request);
            using var booking = await ReadAsync(booked);
            Interlocked.Increment(ref done);
        });
        Console.WriteLine($"done {done}");
        return 0;
    }

    private static async Task<JsonDocument> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? JsonDocument.Parse(text) : throw new InvalidOperationException($"{(int)response.StatusCode} {text}");
    }
}
