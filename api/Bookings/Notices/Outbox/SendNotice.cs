using System.Data.Common;
using System.Security.Cryptography;
using Jizhou.Public.Api.Bookings.Notices.Office;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Notices;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Text;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Notices.Outbox;

/// <summary>
/// Sends one notice: takes a lease, decides by the booking as it is at that moment whether it is still true, hands it over, writes down what became of
/// it. A crash in between leaves the lease behind; when it has run out the message goes out again under the same id.
/// </summary>
public sealed partial class SendNotice(BookingDesk desk, NoticeBook book, NoticeWords words, OfficeMails office, NoticeChannels channels, BackOff backOff,
    ILogger<SendNotice> log)
{
    private static readonly TimeSpan LeaseFor = TimeSpan.FromMinutes(4); // longer than the longest attempt

    /// <summary>True when this call brought the notice a step on; false when somebody else has it or it must wait.</summary>
    public async Task<bool> SendAsync(OutboxStore.Due due, CancellationToken cancellationToken)
    {
        var lease = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var letter = await desk.Database.WriteAsync(tx => ClaimAsync(tx, due, lease), cancellationToken);
        if (letter is null)
        {
            return false;
        }

        // From here to the end nothing is cancelled: each attempt has a time-out of its own, and what was handed over must be written down.
        var delivery = await DeliverAsync(letter);
        await desk.Database.WriteAsync(tx => FinishAsync(tx, letter, lease, delivery), CancellationToken.None);
        return true;
    }

    private async Task<Letter?> ClaimAsync(DbTransaction tx, OutboxStore.Due due, string lease)
    {
        var now = desk.Clock.Now;
        await Gate.PassAsync(tx, desk.Database.Dialect, $"notice {due.Reference ?? "office"}");
        if (!await OutboxStore.LeaseAsync(tx, due.Number, lease, now, now + LeaseFor))
        {
            return null;
        }

        var notice = (await OutboxStore.FindAsync(tx.Connection!, due.Number, tx))!;
        var booking = notice.Reference is null ? null : await BookingStore.FindAsync(tx.Connection!, notice.Reference, tx);
        if (notice.DaysBefore is not null && MorningAfter(now) is { } morning)
        {
            await OutboxStore.WaitUntilAsync(tx, notice.Number, lease, morning);
            return null;
        }

        return new Letter(notice, booking);
    }

    // A reminder in the night is none: it waits for the morning, and is told then if it is still true.
    private DateTimeOffset? MorningAfter(DateTimeOffset now)
    {
        var (today, time) = (DateOnly.FromDateTime(now.DateTime), TimeOnly.FromDateTime(now.DateTime));
        return time < book.RemindAt ? JizhouClock.At(today, book.RemindAt) : time >= book.RemindUntil ? JizhouClock.At(today.AddDays(1), book.RemindAt) : null;
    }

    private async Task<End> DeliverAsync(Letter letter)
    {
        try
        {
            return letter.Notice.Channel == NoticeChannel.Mail ? await MailAsync(letter.Notice) : await PostAsync(letter);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // One letter that cannot be written must not stop all others, nor the server.
            Failed(log, letter.Notice.Number, letter.Notice.Event, failure);
            return new End(Delivery.Later($"本站出错（{failure.GetType().Name}）"));
        }
    }

    private async Task<End> PostAsync(Letter letter)
    {
        var (notice, today) = (letter.Notice, desk.Clock.Today);
        if (NoticeRule.WhyNot(notice, letter.Booking, today, book.RemindDaysBefore) is { } why)
        {
            return new End(null, Dropped: why);
        }

        var booking = letter.Booking!;
        var phone = PhoneNumber.FromStored(desk.Secrets.Open<Personal>(booking.Secret!, BookingSecrets.PersonalData).Phone);
        if (channels.Webhook is not { } webhook)
        {
            return new End(null, Dropped: notice.MustRing ? null : "没有设短信网关", ToCall: "没有设短信网关");
        }

        if (webhook.IncludesPhone && !phone.TakesTexts)
        {
            return new End(null, Dropped: notice.MustRing ? null : "座机收不到短信，本人已经知道", ToCall: "座机收不到短信");
        }

        var body = EventBody.Of(notice, booking, words.Sms(notice, booking, today), webhook.IncludesPhone ? phone.Digits : null, desk);
        return new End(await webhook.SendAsync(notice.Id, body.ToJson(), CancellationToken.None));
    }

    private async Task<End> MailAsync(Notice notice)
    {
        if (channels.Mail is not { } mail)
        {
            return new End(null, Dropped: "没有设邮件服务器");
        }

        return await office.WriteAsync(notice, CancellationToken.None) is { } letter
            ? new End(await mail.SendAsync(notice.Id, letter.Subject, letter.Text, CancellationToken.None))
            : new End(null, Dropped: "没有要说的，或日子已过");
    }

    private async Task FinishAsync(DbTransaction tx, Letter letter, string lease, End end)
    {
        var (notice, now) = (letter.Notice, desk.Clock.Now);
        if (end.Delivery is not { } delivery)
        {
            await (end.Dropped is { } why
                ? OutboxStore.EndAsync(tx, notice.Number, lease, NoticeState.Dropped, why, now)
                : OutboxStore.HandToCallAsync(tx, notice.Number, lease, end.ToCall!));
            return;
        }

        NoticeAttempts.Count(notice.Channel, delivery.Outcome);
        if (delivery.Outcome == DeliveryOutcome.Sent)
        {
            await OutboxStore.EndAsync(tx, notice.Number, lease, NoticeState.Sent, delivery.Problem, now);
        }
        else if (delivery.Outcome == DeliveryOutcome.Later && notice.Attempts < BackOff.MostAttempts)
        {
            await OutboxStore.PutOffAsync(tx, notice.Number, lease, now + backOff.After(notice.Attempts, delivery.RetryAfter), delivery.Problem!);
        }
        else if (await OutboxStore.EndAsync(tx, notice.Number, lease, NoticeState.Dead, delivery.Problem, now) && notice.MustRing)
        {
            await OutboxStore.InsertAsync(tx, [RingInstead(notice, now)], now);
        }
    }

    private static NewNotice RingInstead(Notice notice, DateTimeOffset now) =>
        new($"{notice.Id} call", NoticeChannel.Call, notice.Event, notice.Reference, notice.Sequence, notice.AboutDay, MustRing: true, now);

    [LoggerMessage(1, LogLevel.Error, "Notice {Number} ({Event}) could not be written")]
    private static partial void Failed(ILogger log, long number, string @event, Exception failure);

    private sealed record Letter(Notice Notice, StoredBooking? Booking);

    // Either an attempt was made, or it is dropped for a reason, or a person rings instead.
    private sealed record End(Delivery? Delivery, string? Dropped = null, string? ToCall = null);
}
