using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Jizhou.Public.ApiTests.Console;
using Jizhou.Public.ApiTests.Platform.Hosting;

namespace Jizhou.Public.ApiTests.Bookings.Calendar;

/// <summary>The real process, killed while it moves the bookings of a called-off day: started again it goes on, and everybody has moved once.</summary>
public sealed class KilledWhilePostponingTests : IDisposable
{
    private const int Count = 30;
    private readonly string _folder = Directory.CreateTempSubdirectory("jizhou-killed-").FullName;

    [Fact]
    public async Task After_a_kill_the_rest_moves_when_the_process_is_back()
    {
        List<(Resident Resident, JsonElement Booking)> booked = [];
        string day;
        using (var first = Start())
        {
            using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(await first.ReadyAsync()) };
            var slots = await http.GetFromJsonAsync<JsonElement>($"/api/v1/bookings/slots?village={Resident.Yuyang}");
            var slot = slots.GetProperty("items").EnumerateArray().Where(s => s.GetProperty("available").GetBoolean()).Skip(2).First();
            day = slot.GetProperty("date").GetString()!;
            for (var i = 0; i < Count; i++)
            {
                var resident = new Resident(http);
                booked.Add((resident, await resident.BookedAsync(slot.GetProperty("id").GetString()!)));
            }

            await AddOperatorAsync();
            using var browser = new ConsoleBrowser(http);
            using (await browser.SignInAsync("li"))
            {
                var token = ConsoleBrowser.Token(await browser.PageAsync("/console/calendar/postpone/"));
                var sent = browser.PostAsync("/console/calendar/postpone/", ("area", "centre"), ("date", day), ("window", "morning"), ("window", "afternoon"), ("reason", "snow"), ("note", ""), ("sure", "yes"), ("form-token", token));
                while (!sent.IsCompleted && await DayAsync(booked[0].Resident, booked[0].Booking) == day)
                {
                    await Task.Yield();
                }

                first.Signal(9);
                await Task.WhenAny(sent); // cut off by the kill: whatever came of it is asked below
            }
        }

        using var second = Start();
        using var later = new HttpClient { BaseAddress = new Uri(await second.ReadyAsync()) };
        HashSet<string> labels = [];
        foreach (var (resident, booking) in booked)
        {
            var again = new Resident(later) { Phone = resident.Phone };
            for (var tries = 0; tries < 300 && await DayAsync(again, booking) == day; tries++)
            {
                await Task.Delay(50); // the program's own work, on its own time
            }

            var seen = await SeenAsync(again, booking);
            Assert.NotEqual(day, seen.GetProperty("slot").GetProperty("date").GetString());
            Assert.Equal(("booked", day), (seen.GetProperty("state").GetString(), seen.GetProperty("postponedFrom").GetString()));
            Assert.True(labels.Add(seen.GetProperty("label").GetString()!), "a label was given twice");
        }
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ServerProcess Start() => ServerProcess.Start(
        "--urls", "http://127.0.0.1:0", "--Security:KeyFolder", Path.Combine(_folder, "keys"), "--Storage:DataFolder", Path.Combine(_folder, "data"),
        "--Limits:WritesPerMinute", "100000", "--Limits:FailedLookupsPerReference", "1000");

    private async Task AddOperatorAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Program, "operators", "add", "li", "--role", "dispatcher", "--password-stdin"]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["Storage__DataFolder"] = Path.Combine(_folder, "data");
        start.Environment["Security__KeyFolder"] = Path.Combine(_folder, "keys");
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(ConsoleBrowser.Password + "\n");
        process.StandardInput.Close();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }

    private static async Task<string?> DayAsync(Resident resident, JsonElement booking) => (await SeenAsync(resident, booking)).GetProperty("slot").GetProperty("date").GetString();

    private static async Task<JsonElement> SeenAsync(Resident resident, JsonElement booking)
    {
        using var answer = await resident.LookUpAsync(booking.GetProperty("reference").GetString()!);
        return (await Resident.Expect(answer, HttpStatusCode.OK)).GetProperty("booking");
    }
}
