using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Security;

namespace Jizhou.Public.Api.Bookings.Rounds.Results;

/// <summary>Erases the crews' notes and photos with the personal data of their bookings (<c>keepDays</c> after the round). What was collected stays for the statistics.</summary>
public sealed class EraseResults(IDatabase database, PickupFacts facts, JizhouClock clock) : IExpiringData
{
    /// <inheritdoc />
    public (string Chinese, string English) Name => ("条收运结果的备注和照片", "results");

    /// <inheritdoc />
    public Task<int> EraseAsync(CancellationToken cancellationToken) =>
        database.WriteAsync(tx => ResultStore.EraseAsync(tx, clock.Today.AddDays(-facts.Book.Rules.KeepDays)), cancellationToken);
}
