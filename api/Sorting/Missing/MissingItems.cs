using System.Collections.Concurrent;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Sorting.Missing;

/// <summary>
/// Keeps what people asked for in vain. A read never waits for it: words are counted in memory and written every half minute, and only those that
/// were asked more than once, so that what a single person wrote is not kept at all.
/// </summary>
public sealed partial class MissingItems(IDatabase database, JizhouClock clock, ILogger<MissingItems> log) : BackgroundService
{
    private const int MostWaiting = 5_000;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, int> _waiting = new(StringComparer.Ordinal);

    /// <summary>Notes one question without an answer.</summary>
    public void Note(string thing)
    {
        if (KeptWords.May(thing) && (_waiting.Count < MostWaiting || _waiting.ContainsKey(thing)))
        {
            _waiting.AddOrUpdate(thing, 1, (_, times) => times + 1);
        }
    }

    /// <summary>Writes what was asked more than once; answers how many words.</summary>
    public async Task<int> WriteAsync(CancellationToken cancellationToken)
    {
        var again = _waiting.Where(w => w.Value > 1).ToArray();
        if (again.Length == 0)
        {
            return 0;
        }

        await database.WriteAsync(async tx =>
        {
            foreach (var (words, times) in again)
            {
                await MissingItemStore.AddAsync(tx, words, times, clock.Today);
            }
        }, cancellationToken);
        foreach (var (words, times) in again)
        {
            // What was asked meanwhile stays; one stands for "known already", so that the next question counts at once.
            _waiting.AddOrUpdate(words, 1, (_, now) => Math.Max(1, now - times + 1));
        }

        return again.Length;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await WriteAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogNotWritten(log, failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What people asked for in vain could not be written; it is tried again")]
    private static partial void LogNotWritten(ILogger log, Exception failure);
}
