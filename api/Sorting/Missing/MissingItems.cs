using System.Collections.Concurrent;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Sorting.Missing;

/// <summary>
/// Keeps what people asked for in vain. A read never waits for it: words are counted in memory and written every half minute, and only those that
/// were asked more than once, so that what a single person wrote is not kept at all; at midnight those are forgotten.
/// </summary>
public sealed partial class MissingItems(IDatabase database, JizhouClock clock, ILogger<MissingItems> log) : BackgroundService
{
    private const int MostWaiting = 5_000;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, Waiting> _waiting = new(StringComparer.Ordinal);
    private DateOnly _day = clock.Today;

    // Questions that are not written yet, and whether the words were written before, so that the next question counts at once.
    private readonly record struct Waiting(int Times, bool IsKnown);

    /// <summary>Notes one question without an answer.</summary>
    public void Note(string thing)
    {
        if (KeptWords.May(thing) && (_waiting.Count < MostWaiting || _waiting.ContainsKey(thing)))
        {
            _waiting.AddOrUpdate(thing, new Waiting(1, false), (_, waiting) => waiting with { Times = waiting.Times + 1 });
        }
    }

    /// <summary>Writes what was asked more than once; answers how many words.</summary>
    public async Task<int> WriteAsync(CancellationToken cancellationToken)
    {
        ForgetAtMidnight();
        var again = _waiting.Where(waiting => waiting.Value.Times > (waiting.Value.IsKnown ? 0 : 1)).ToArray();
        if (again.Length == 0)
        {
            return 0;
        }

        await database.WriteAsync(async tx =>
        {
            foreach (var (words, waiting) in again)
            {
                await MissingItemStore.AddAsync(tx, words, waiting.Times, clock.Today);
            }
        }, cancellationToken);
        foreach (var (words, written) in again)
        {
            // What was asked meanwhile stays.
            _waiting.AddOrUpdate(words, new Waiting(0, true), (_, waiting) => new Waiting(waiting.Times - written.Times, true));
        }

        return again.Length;
    }

    // What one person asked once goes, and the room it took: otherwise made-up words could fill it for good.
    private void ForgetAtMidnight()
    {
        if (_day == clock.Today)
        {
            return;
        }

        _day = clock.Today;
        foreach (var (words, waiting) in _waiting.Where(waiting => waiting.Value is { Times: <= 1, IsKnown: false } or { Times: 0 }))
        {
            _waiting.TryRemove(KeyValuePair.Create(words, waiting));
        }
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
