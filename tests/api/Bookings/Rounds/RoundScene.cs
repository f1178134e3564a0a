using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jizhou.Public.ApiTests.Console;

namespace Jizhou.Public.ApiTests.Bookings.Rounds;

/// <summary>A server with a dispatcher (tang), a viewer (wu) and two crews (li drives centre-1, zhao nothing), some bookings on Wednesday 2026-11-25 in the area centre, and their browsers.</summary>
internal sealed class RoundScene : IAsyncDisposable
{
    public const string Board = "/console/rounds/centre/2026-11-25/";

    private static readonly DateTimeOffset Before = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8));

    private RoundScene(ApiServer server) => Server = server;

    public ApiServer Server { get; }

    public ConsoleBrowser Dispatcher { get; private set; } = null!;

    /// <summary>The server with its operators, on the Monday before.</summary>
    public static async Task<RoundScene> NewAsync(BookingServers servers)
    {
        var scene = new RoundScene(await servers.NewAsync(("Limits:SignInsPerMinute", "1000"), ("Limits:WritesPerMinute", "100000")));
        scene.Server.Clock.Set(Before);
        foreach (var (name, role) in new[] { ("tang", "dispatcher"), ("wu", "viewer"), ("li", "crew"), ("zhao", "crew") })
        {
            await ConsoleBrowser.AddAsync(scene.Server, name, role);
        }

        scene.Dispatcher = await ConsoleBrowser.SignedInAsync(scene.Server, "tang");
        using var set = await scene.Dispatcher.SubmitAsync("/console/rounds/crews/", "/console/rounds/crews/", ("name", "li"), ("truck", "centre-1"));
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        return scene;
    }

    /// <summary>A booking that must succeed; its stop carries the reference without hyphens.</summary>
    public async Task<(Resident Resident, JsonElement Booking, string Reference)> BookAsync(
        string item = "chair", int count = 1, string village = Resident.Yuyang, string access = "truck", string window = "morning", string? address = null, string? note = null, string day = "2026-11-25")
    {
        var resident = new Resident(Server.Http);
        using var held = await Server.Http.PostAsJsonAsync("/api/v1/bookings/holds", new
        {
            slot = $"centre.{day}.{window}", village, address = address ?? resident.Address, items = new[] { new { code = item, count } }, access, floor = 3, lift = false,
        });
        var hold = (await Resident.Expect(held, HttpStatusCode.Created)).GetProperty("hold").GetString()!;
        using var answer = await resident.ConfirmAsync(hold, note: note);
        var booking = await Resident.Expect(answer, HttpStatusCode.Created);
        return (resident, booking, booking.GetProperty("reference").GetString()!.Replace("-", "", StringComparison.Ordinal));
    }

    /// <summary>Presses a button of the day's page; the page it leads to.</summary>
    public async Task<string> PressAsync(string what, params (string Name, string Value)[] fields)
    {
        using var answer = await Dispatcher.SubmitAsync(Board, Board + what, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return await Dispatcher.PageAsync(Board);
    }

    /// <summary>Plans the day and hands every round out.</summary>
    public async Task HandOutAsync()
    {
        var page = await PressAsync("propose/", ("drafts", "none"));
        foreach (var round in Rounds(page))
        {
            await PressAsync("hand-out/", ("round", round));
        }
    }

    /// <summary>The numbers of the rounds on a page.</summary>
    public static IReadOnlyList<string> Rounds(string page) => [.. Regex.Matches(page, "name=\"round\" value=\"([0-9a-f]+)\"").Select(m => m.Groups[1].Value).Distinct()];

    /// <summary>The references of a vehicle's stops, in the order of the page; of those that wait, without a vehicle.</summary>
    public static IReadOnlyList<string> Stops(string page, string? truck = null)
    {
        var part = truck is null ? page[..page.IndexOf("class=\"round-columns\"", StringComparison.Ordinal)]
            : Regex.Match(page, $"data-truck=\"{truck}\".*?</section>", RegexOptions.Singleline).Value;
        return [.. Regex.Matches(part, "<li id=\"s-([0-9A-Z]+)\"").Select(m => m.Groups[1].Value)];
    }

    /// <summary>Moves to the pickup day at this time, and signs a crew in.</summary>
    public async Task<Crew> CrewAtAsync(string time, string name = "li")
    {
        At(time);
        return await Crew.SignedInAsync(Server, name);
    }

    /// <summary>Moves to the pickup day at this time.</summary>
    public void At(string time) => Server.Clock.Set(new DateTimeOffset(new DateOnly(2026, 11, 25).ToDateTime(TimeOnly.ParseExact(time, "HH:mm")), TimeSpan.FromHours(8)));

    /// <summary>What a resident sees now.</summary>
    public static async Task<string?> StateAsync(Resident resident, JsonElement booking)
    {
        using var answer = await resident.LookUpAsync(booking.GetProperty("reference").GetString()!);
        return (await Resident.Expect(answer, HttpStatusCode.OK)).GetProperty("booking").GetProperty("state").GetString();
    }

    public async ValueTask DisposeAsync()
    {
        Dispatcher.Dispose();
        await Server.DisposeAsync();
    }
}
