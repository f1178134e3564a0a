using System.Net;
using Jizhou.Public.Api.Platform.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Bookings;

/// <summary>What a resident sees while the one writer of SQLite cannot follow: a quick, honest no, and nothing half done.</summary>
public sealed class BusyWriterTests
{
    [Fact]
    public async Task A_full_queue_answers_503_with_a_wait_and_the_same_request_succeeds_later()
    {
        await using var server = new ApiServer { ["Limits:WriteQueue"] = "1" };
        var resident = new Resident(server.Http);
        var hold = await resident.HeldAsync("centre.2026-11-24.morning");
        var database = server.Services.GetRequiredService<IDatabase>();
        var (entered, gate) = (NewGate(), NewGate());
        var slow = database.WriteAsync(
            async _ =>
            {
                entered.SetResult();
                await gate.Task;
            },
            default);
        await entered.Task;
        var waiting = database.WriteAsync(_ => Task.CompletedTask, default); // fills the queue of one

        var key = Resident.NewKey();
        using var busy = await resident.ConfirmAsync(hold, key);
        Assert.Equal("busy", await Resident.Refused(busy, HttpStatusCode.ServiceUnavailable));
        Assert.InRange(busy.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.True((await resident.SlotAsync("centre.2026-11-24.morning")).GetProperty("available").GetBoolean()); // reading goes on

        gate.SetResult();
        await Task.WhenAll(slow, waiting);
        using var again = await resident.ConfirmAsync(hold, key);
        await Resident.Expect(again, HttpStatusCode.Created);
    }

    private static TaskCompletionSource NewGate() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
