using Jizhou.Public.Api.Bookings.Notices.Office;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Notices;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Bookings.Notices.Outbox;

/// <summary>Empties the outbox, in every process: rows are leased one by one, so that several processes never send the same one.</summary>
/// <param name="desk">Database and clock.</param>
/// <param name="plan">Writes reminders after a start.</param>
/// <param name="send">Sends one.</param>
/// <param name="office">The office's mails.</param>
/// <param name="channels">What is set.</param>
/// <param name="log">Where trouble is told.</param>
/// <param name="every">How often it looks by itself; zero for never.</param>
public sealed partial class NoticeSender(BookingDesk desk, NoticePlan plan, SendNotice send, OfficeMails office, NoticeChannels channels, TimeSpan every,
    ILogger<NoticeSender> log) : BackgroundService
{
    private const int Batch = 100;
    private const int AtOnce = 8;
    private static readonly TimeSpan Keep = TimeSpan.FromDays(180);

    /// <summary>Sends everything that is due; answers how many notices it brought a step on.</summary>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        var sent = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            var due = await desk.Database.ReadAsync(c => OutboxStore.DueAsync(c, desk.Clock.Now, Batch), cancellationToken);
            var steps = 0;
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (one, stop) =>
            {
                if (await send.SendAsync(one, stop))
                {
                    Interlocked.Increment(ref steps);
                }
            });
            sent += steps;
            if (steps == 0)
            {
                break; // nothing due, or others are at it
            }
        }

        return sent;
    }

    /// <summary>Writes the office's mails that are due.</summary>
    public async Task LookAroundAsync(CancellationToken cancellationToken)
    {
        var now = desk.Clock.Now;
        var figures = await desk.Database.ReadAsync(c => OutboxStore.CountAsync(c, now), cancellationToken);
        await office.PlanAsync(figures, cancellationToken);
    }

    /// <summary>
    /// After a start: takes up what a crash left behind, writes the reminders of open bookings that have none (taken before there was an outbox), moves those that wait for a person to the
    /// text messages if there are some now, and forgets what is long over.
    /// </summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        var now = desk.Clock.Now;
        var open = await desk.Database.ReadAsync(c => BookingStore.OpenAfterAsync(c, desk.Clock.Today), cancellationToken);
        foreach (var some in open.SelectMany(booking => plan.Reminders(booking, now)).Chunk(Batch))
        {
            await desk.Database.WriteAsync(tx => OutboxStore.InsertAsync(tx, some, now), cancellationToken);
        }

        await desk.Database.WriteAsync(async tx =>
        {
            if (desk.Database.Dialect == Dialect.Sqlite)
            {
                await OutboxStore.ReleaseLeasesAsync(tx); // one server to a folder: what is still leased is its own, from before a crash
            }

            if (channels.ReachResidents)
            {
                await OutboxStore.MoveRemindersToWebhookAsync(tx, now);
            }

            await OutboxStore.ForgetAsync(tx, now - Keep);
        }, cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (every == TimeSpan.Zero)
        {
            return;
        }

        var caughtUp = false;
        using var timer = new PeriodicTimer(every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (!caughtUp)
                {
                    await CatchUpAsync(stoppingToken);
                    caughtUp = true;
                }

                await SendDueAsync(stoppingToken);
                await LookAroundAsync(stoppingToken);
            }
            catch (RefusedException refused)
            {
                Postponed(log, refused.Refusal.Code);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Failed(log, failure); // bookings go on without notices; the outbox keeps them
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Notices are sent later: {Code}")]
    private static partial void Postponed(ILogger log, string code);

    [LoggerMessage(2, LogLevel.Error, "Notices could not be sent")]
    private static partial void Failed(ILogger log, Exception failure);
}
