using System.Collections.Concurrent;
using Jizhou.Public.Api.Bookings.Calendar;
using Jizhou.Public.Api.Bookings.Notices.Outbox;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Hosting.Portal;
using Jizhou.Public.Api.Platform.Notices;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Content;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Notices.Office;

/// <summary>
/// Mails to the office: how many residents to ring today, that there are dead letters, that next year's holiday notice is missing. Each once a day
/// (the last once a week), with numbers and a link into the console and nothing personal: a mailbox is no place for phone numbers.
/// </summary>
public sealed class OfficeMails(BookingDesk desk, NoticeBook book, NoticeChannels channels, PortalAddress portal)
{
    private const string Calls = "mail-calls";
    private const string Dead = "mail-dead";
    private const string Holiday = "mail-holiday";

    private readonly ConcurrentDictionary<string, bool> _written = new(StringComparer.Ordinal); // spares the database the question; the row itself decides

    /// <summary>Names of the mails, for operators.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string> { [Calls] = "今天要打的电话", [Dead] = "有通知发不出去", [Holiday] = "缺放假安排" };

    /// <summary>Writes what is due into the outbox.</summary>
    public async Task PlanAsync(OutboxFigures figures, CancellationToken cancellationToken)
    {
        if (channels.Mail is null)
        {
            return;
        }

        foreach (var mail in Due(figures, desk.Clock.Now).Where(m => !_written.ContainsKey(m.Once)))
        {
            await desk.Database.WriteAsync(tx => OutboxStore.InsertAsync(tx, [mail], desk.Clock.Now), cancellationToken);
            _written[mail.Once] = true;
        }
    }

    /// <summary>Subject and text of a mail as things are now; null when there is nothing to say any more.</summary>
    public async Task<(string Subject, string Text)?> WriteAsync(Notice notice, CancellationToken cancellationToken)
    {
        var now = desk.Clock.Now;
        var figures = await desk.Database.ReadAsync(c => OutboxStore.CountAsync(c, now), cancellationToken);
        var mark = desk.Facts.Book.Rules.Sample ? "【示例】" : "";
        return notice.Event switch
        {
            _ when notice.AboutDay != desk.Clock.Today => null,
            Calls when figures.Calls > 0 => ($"{mark}今天有 {figures.Calls} 个电话要打", $"今天有 {figures.Calls} 位居民要打电话告诉：改期、没收走、提醒。\n名单和要说的话：{portal.Public}/console/calls/\n打完请在名单上记下结果。"),
            Dead when figures.Dead > 0 => ($"{mark}有 {figures.Dead} 条通知发不出去", $"有 {figures.Dead} 条通知试了多次没有发出去，或对方不再接收。\n看原因、重发：{portal.Public}/console/notices/\n该让居民知道的，已经自动列进电话名单。"),
            Holiday when NoticeWarning.MissingYear(desk.Clock.Today, desk.Facts.Holidays) is { } year => ($"{mark}还没有录入 {year} 年放假安排", $"本站还没有收录 {year} 年放假安排。没有它，{year} 年的普通工作日只能暂定，节假日和调休排不出来。\n国务院办公厅的通知发布后，请在工作台装入：{portal.Public}/console/calendar/holidays/"),
            _ => null,
        };
    }

    private IEnumerable<NewNotice> Due(OutboxFigures figures, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.DateTime);
        if (TimeOnly.FromDateTime(now.DateTime) < book.CallsFrom)
        {
            yield break;
        }

        if (figures.Calls > 0 && desk.Facts.Holidays.IsWorked(today))
        {
            yield return Mail(Calls, SlotStore.Day(today), today, now);
        }

        if (figures.Dead > 0)
        {
            yield return Mail(Dead, SlotStore.Day(today), today, now);
        }

        if (NoticeWarning.MissingYear(today, desk.Facts.Holidays) is not null)
        {
            var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
            yield return Mail(Holiday, SlotStore.Day(monday), today, now);
        }
    }

    private static NewNotice Mail(string what, string period, DateOnly today, DateTimeOffset now) =>
        new($"{what} {period}", NoticeChannel.Mail, what, null, 0, today, MustRing: false, now);
}
