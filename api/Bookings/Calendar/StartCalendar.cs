using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Caching;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Bookings.Calendar;

/// <summary>Puts the operators' calendar into the facts before the first request, and again after every change, here or on another node.</summary>
public sealed class StartCalendar(PickupFacts facts, IDatabase database, IChangeFeed changes, SlotCache cache) : IHostedService
{
    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        changes.Subscribe(CalendarStore.Topic, RenewAsync);
        await RenewAsync(cancellationToken);
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        facts.Replace(await database.ReadAsync(c => CalendarStore.ReadAsync(c), cancellationToken));
        await cache.ForgetAsync(cancellationToken);
    }
}
