using Jizhou.Public.Api.Bookings.Notices.Office;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Notices;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Bookings.Notices.Outbox;

/// <summary>Empties the outbox, in every process: rows are leased one by one, so that several processes never send the same one.</summary>
public sealed partial class NoticeSender(BookingDesk desk, NoticePlan plan, SendNotice send, OfficeMails office, NoticeChannels channels, OutboxMeter meter, ILogger<NoticeSender> log)
    : BackgroundService
{
    private const int Batch = 100;
    private const int AtOnce = 8;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
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

    /// <summary>Writes the office's mails that are due, and renews the figures.</summary>
    public async Task LookAroundAsync(CancellationToken cancellationToken)
    {
        var now = desk.Clock.Now;
        var figures = await desk.Database.ReadAsync(c => OutboxStore.CountAsync(c, now), cancellationToken);
        meter.Set(figures);
        await office.PlanAsync(figures, cancellationToken);
    }

    /// <summary>
    /// After a start: writes the reminders of open bookings that have none (taken before there was an outbox), moves those that wait for a person to the
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
        var caughtUp = false;
        using var timer = new PeriodicTimer(Every);
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
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Notices are sent later: {Code}")]
    private static partial void Postponed(ILogger log, string code);
}
