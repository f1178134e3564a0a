using Jizhou.Public.Api.Places.Areas;
using Jizhou.Public.Api.Places.Features;
using Jizhou.Public.Api.Places.Terminals;
using Jizhou.Public.Api.Platform.Caching;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places;

/// <summary>Fills a new database with the sample places (<c>Sample:Load</c>), adds the weeks of hand-in that the content tells, and makes the first snapshot before the first request; afterwards one after every change.</summary>
public sealed partial class StartPlaces(
    PlaceStore store, AreaStore areaStore, CurrentAreas areas, CurrentPlaces places, CurrentChanges noted, ContentFolder content, IChangeFeed changes, IConfiguration configuration, TimeProvider time,
    ILogger<StartPlaces> log) : IHostedService
{
    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (Settings.SampleLoad.YesOrNoOf(configuration) && await store.IsNewAsync(cancellationToken))
        {
            var added = await store.AddSamplesAsync(content.SamplePlaces, time.GetUtcNow(), cancellationToken);
            LogSamples(added);
        }

        if (content.HandIns.Where(week => !week.Sample).Select(week => week.ToPlace(content.Geo)).ToList() is { Count: > 0 } weeks)
        {
            await store.KeepAsync(weeks, time.GetUtcNow(), cancellationToken);
        }

        changes.Subscribe(AreaStore.Topic, RenewAreasAsync);
        await RenewAreasAsync(cancellationToken);
        changes.Subscribe(PlaceStore.Topic, RenewAsync);
        changes.Subscribe(TerminalStore.Topic, async token => places.Report(await store.ReadReportsAsync(token))); // one renewal at a time, so no swap is lost
        await RenewAsync(cancellationToken);
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task RenewAreasAsync(CancellationToken cancellationToken) => areas.Replace(await areaStore.ReadAsync(cancellationToken));

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        var (standing, removed) = await store.ReadAllAsync(cancellationToken);
        places.Replace(standing, removed);
        await noted.RenewAsync(cancellationToken);
        LogPlaces(standing.Count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} sample places loaded into the new database")]
    private partial void LogSamples(int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} places ready")]
    private partial void LogPlaces(int count);
}
