using System.Collections.Concurrent;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Bookings.Calendar.Postponing;

/// <summary>
/// Moves the bookings of called-off days: at once when an operator says so, again after a crash, and now and then for those that still wait for a day
/// with room. Several nodes may work on the same day: each booking moves once.
/// </summary>
public sealed partial class PostponeRunner(BookingDesk desk, ILogger<PostponeRunner> log) : BackgroundService
{
    private const int MostPasses = 5;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LeftFor = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan TryWaitingEvery = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<long, Task> _running = new();

    /// <summary>Works on a postponement until every booking has been seen to. Asked again meanwhile, it answers the same work. Waiting may be given up, the work goes on.</summary>
    public Task RunAsync(long number)
    {
        var work = new TaskCompletionSource();
        var running = _running.GetOrAdd(number, work.Task);
        if (running == work.Task)
        {
            _ = Task.Run(async () =>
            {
                try
                {
                    await WorkAsync(number, CancellationToken.None);
                }
                catch (RefusedException refused)
                {
                    Later(log, number, refused.Refusal.Code);
                }
                catch (Exception failure)
                {
                    Failed(log, failure, number);
                }
                finally
                {
                    _running.TryRemove(number, out _);
                    work.SetResult();
                }
            });
        }

        return running;
    }

    /// <summary>Takes up what a crash left, and tries again for those that wait; answers how many postponements that were.</summary>
    public Task<int> CatchUpAsync(bool withWaiting, CancellationToken cancellationToken) => CatchUpAsync(desk.Clock.Now - LeftFor, withWaiting, cancellationToken);

    private async Task<int> CatchUpAsync(DateTimeOffset leftBefore, bool withWaiting, CancellationToken cancellationToken)
    {
        var left = await desk.Database.ReadAsync(c => PostponementStore.LeftAsync(c, leftBefore), cancellationToken);
        IReadOnlyList<long> waiting = withWaiting ? await desk.Database.ReadAsync(PostponementStore.WaitingAsync, cancellationToken) : [];
        var numbers = left.Union(waiting).ToList();
        foreach (var number in numbers)
        {
            await RunAsync(number).WaitAsync(cancellationToken);
        }

        return numbers.Count;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // This process may be the one that crashed: at the start nothing is left to others.
        await QuietlyAsync(() => CatchUpAsync(desk.Clock.Now.AddSeconds(1), withWaiting: true, stoppingToken));
        using var timer = new PeriodicTimer(Every);
        var tick = 0;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            tick++;
            var withWaiting = tick % (int)(TryWaitingEvery / Every) == 0;
            await QuietlyAsync(() => CatchUpAsync(withWaiting, stoppingToken));
        }
    }

    private async Task QuietlyAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (RefusedException refused)
        {
            Later(log, 0, refused.Refusal.Code);
        }
    }

    private async Task WorkAsync(long number, CancellationToken cancellationToken)
    {
        // A booking may come back onto the day between two passes only by an operator's hand; a few passes are plenty.
        for (var pass = 0; pass < MostPasses; pass++)
        {
            if (await desk.Database.ReadAsync(c => PostponementStore.FindAsync(c, number), cancellationToken) is not { } postponement)
            {
                return;
            }

            var moved = await PassAsync(postponement, cancellationToken);
            await desk.Cache.ForgetAsync(cancellationToken);
            if (moved == 0)
            {
                break;
            }
        }

        await desk.Database.WriteAsync(async tx =>
        {
            await PostponementStore.FinishAsync(tx, number, desk.Clock.Now);
            return true;
        }, cancellationToken);
    }

    private async Task<int> PassAsync(Postponement postponement, CancellationToken cancellationToken)
    {
        var horizon = postponement.Date.AddDays(2 * desk.Facts.Book.Rules.HorizonDays);
        var ledger = await desk.Database.ReadAsync(c => RoomLedger.ReadAsync(c, desk.Facts, postponement.Area, postponement.Date, horizon), cancellationToken);
        var references = await desk.Database.ReadAsync(c => PostponementStore.BookingsOnAsync(c, postponement.Slots, onlyWaiting: postponement.IsDone), cancellationToken);
        var moved = 0;
        foreach (var reference in references)
        {
            moved += await MovePostponed.RunAsync(reference, postponement, ledger, desk, cancellationToken) == MovePostponed.End.Moved ? 1 : 0;
        }

        Passed(log, postponement.Number, moved, references.Count);
        return moved;
    }

    [LoggerMessage(1, LogLevel.Information, "Postponement {Number}: {Moved} of {Count} bookings moved")]
    private static partial void Passed(ILogger log, long number, int moved, int count);

    [LoggerMessage(2, LogLevel.Warning, "Postponement {Number} goes on later: {Code}")]
    private static partial void Later(ILogger log, long number, string code);

    [LoggerMessage(3, LogLevel.Error, "Postponement {Number} stopped and is tried again")]
    private static partial void Failed(ILogger log, Exception failure, long number);
}
