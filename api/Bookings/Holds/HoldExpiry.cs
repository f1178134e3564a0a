using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Bookings.Holds;

/// <summary>Gives back what run-out holds kept, exactly once each, and forgets old ones. Runs by itself, and at once when a slot looks full.</summary>
public sealed partial class HoldExpiry(IDatabase database, JizhouClock clock, SlotCache cache, ILogger<HoldExpiry> log) : BackgroundService
{
    private const int Batch = 500;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ForgetAfter = TimeSpan.FromDays(1);

    /// <summary>Releases every hold that has run out; answers how many this call released.</summary>
    public async Task<int> ReleaseAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var expired = await database.ReadAsync(c => HoldStore.ExpiredAsync(c, now, Batch), cancellationToken);
        var released = 0;
        foreach (var hold in expired)
        {
            // One transaction each: nothing is locked while the next one is decided.
            released += await database.WriteAsync(async tx =>
            {
                if (!await HoldStore.ChangeAsync(tx, hold.Id, "expired", "held"))
                {
                    return 0;
                }

                await SlotStore.ReleaseAsync(tx, hold.Place);
                return 1;
            }, cancellationToken);
        }

        if (released > 0)
        {
            BookingOutcomes.HoldsExpired.Add(released);
            await cache.ForgetAsync(cancellationToken);
        }

        return released;
    }

    /// <summary>Clears away what nobody can use any more: old holds with their addresses, old answers, old tokens.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        await database.WriteAsync(async tx =>
        {
            await HoldStore.ForgetAsync(tx, now - ForgetAfter);
            await Reservations.AnswerStore.ForgetAsync(tx, now);
            await Reservations.TokenStore.ForgetAsync(tx, now);
            return true;
        }, cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ReleaseAsync(stoppingToken);
                await ForgetAsync(stoppingToken);
            }
            catch (RefusedException refused)
            {
                Postponed(log, refused.Refusal.Code);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Run-out holds are released later: {Code}")]
    private static partial void Postponed(ILogger log, string code);
}
