using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Platform.Security;

/// <summary>Looks every second whether the ring was rotated, and goes on with encrypting again what an interrupted command left.</summary>
public sealed partial class WatchKeyRing(LiveKeyRing ring, ReEncryption again, ILogger<WatchKeyRing> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan GoOnAfter = TimeSpan.FromMinutes(1); // the command that rotated does it itself; this is for the case that it was interrupted

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        var wait = GoOnAfter;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (ring.Refresh())
                {
                    PickedUp(log, ring.Current.CurrentId);
                    wait = GoOnAfter;
                }

                wait -= Every;
                if (wait == TimeSpan.Zero && ring.Current.DataKeys.Count > 1 && await again.RunAsync(_ => { }, stoppingToken) is > 0 and var count)
                {
                    EncryptedAgain(log, count, ring.Current.CurrentId);
                }
            }
            catch (Exception failure) when (failure is RefusedException or StartFailedException or IOException or UnauthorizedAccessException)
            {
                Postponed(log, failure.Message);
                wait = GoOnAfter;
            }
        }
    }

    [LoggerMessage(1, LogLevel.Information, "New data is encrypted with key {Id} from now on")]
    private static partial void PickedUp(ILogger log, ushort id);

    [LoggerMessage(2, LogLevel.Information, "{Count} values were encrypted again with key {Id}")]
    private static partial void EncryptedAgain(ILogger log, long count, ushort id);

    [LoggerMessage(3, LogLevel.Warning, "The key ring could not be read or rows not be encrypted again; this goes on later: {Why}")]
    private static partial void Postponed(ILogger log, string why);
}
