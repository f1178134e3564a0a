using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Jizhou.Public.ApiTests.Bookings;

namespace Jizhou.Public.ApiTests.Operation;

/// <summary>Residents who book one after another until they are told to stop; remembers what was acknowledged to them.</summary>
internal sealed class Traffic(HttpClient http) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<(string Reference, Resident Resident)> _booked = new();
    private readonly List<Task> _loops = [];

    /// <summary>The bookings that were acknowledged, and whose they are.</summary>
    public IReadOnlyList<(string Reference, Resident Resident)> Booked => [.. _booked];

    /// <summary>Answers other than success, a full slot, or a connection that ended.</summary>
    public ConcurrentQueue<string> Wrong { get; } = new();

    /// <summary>Begins.</summary>
    public async Task StartAsync(int residents = 4)
    {
        var slots = await SlotsAsync();
        _loops.AddRange(Enumerable.Range(0, residents).Select(i => Task.Run(() => BookAsync(slots, i), CancellationToken.None)));
    }

    /// <summary>Waits until so many bookings more are acknowledged.</summary>
    public async Task MoreAsync(int bookings)
    {
        var until = _booked.Count + bookings;
        for (var i = 0; i < 3000 && _booked.Count < until; i++)
        {
            await Task.Delay(20, CancellationToken.None);
        }

        Assert.True(_booked.Count >= until, $"only {_booked.Count} of {until} bookings; {string.Join(" | ", Wrong.Take(3))}");
    }

    /// <summary>Ends and answers what was acknowledged.</summary>
    public async Task<IReadOnlyList<(string Reference, Resident Resident)>> StopAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_loops);
        return Booked;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task BookAsync(IReadOnlyList<string> slots, int offset)
    {
        for (var i = offset; !_stop.IsCancellationRequested; i++)
        {
            try
            {
                var resident = new Resident(http);
                using var held = await resident.HoldAsync(slots[i % slots.Count]);
                if (await ReadAsync(held) is not { } hold)
                {
                    continue;
                }

                using var answer = await resident.ConfirmAsync(hold.GetProperty("hold").GetString()!, name: "示例");
                if (await ReadAsync(answer) is { } booking)
                {
                    _booked.Enqueue((booking.GetProperty("reference").GetString()!, resident));
                    await Task.Delay(300, CancellationToken.None); // so that the slots last until the slowest command is done
                }
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException)
            {
                await Task.Delay(20, CancellationToken.None); // the server ended or is away
            }
        }
    }

    private async Task<JsonElement?> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(CancellationToken.None);
        if (answer.StatusCode is not (HttpStatusCode.Created or HttpStatusCode.Conflict))
        {
            Wrong.Enqueue($"{(int)answer.StatusCode} {text}");
        }

        return answer.StatusCode == HttpStatusCode.Created ? JsonDocument.Parse(text).RootElement : null;
    }

    private async Task<IReadOnlyList<string>> SlotsAsync()
    {
        using var answer = await http.GetAsync($"/api/v1/bookings/slots?village={Resident.Yuyang}", CancellationToken.None);
        var slots = await Resident.Expect(answer, HttpStatusCode.OK);
        return [.. slots.GetProperty("items").EnumerateArray().Where(s => s.GetProperty("available").GetBoolean()).Skip(4).Select(s => s.GetProperty("id").GetString()!)];
    }
}
