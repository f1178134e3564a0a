using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Bookings.Calendar;

/// <summary>Puts next year's holiday notice (放假安排) in force without a rebuild, and takes it back.</summary>
public static class LoadNotice
{
    /// <summary>The notice in a text, or why it cannot be believed; warnings and what is booked on its days off are for the editor to look at.</summary>
    /// <param name="Notice">The notice; null when there are problems.</param>
    /// <param name="Problems">One sentence each.</param>
    /// <param name="Warnings">One sentence each.</param>
    public sealed record Preview(HolidayNotice? Notice, IReadOnlyList<string> Problems, IReadOnlyList<string> Warnings);

    /// <summary>Reads and checks; changes nothing.</summary>
    public static Preview Look(string text, string? source, DateOnly? issuedOn, CalendarDesk desk)
    {
        var (notice, problems, warnings) = NoticeRules.Check(NoticeText.Read(text), source, issuedOn, desk.Bookings.Facts.ContentHolidays, desk.Bookings.Clock.Today);
        return new Preview(notice, problems, warnings);
    }

    /// <summary>Puts it in force, on every node. A notice of the same year that was loaded before is kept and comes back when this one is undone.</summary>
    public static Task RunAsync(HolidayNotice notice, Actor actor, CalendarDesk desk, CancellationToken cancellationToken) => desk.ChangeAsync(
        async tx =>
        {
            var number = await NoticeStore.InsertAsync(tx, notice, actor.Name, desk.Bookings.Clock.Now);
            await desk.Audit.NoteAsync(tx, actor, CalendarActions.NoticeLoaded, $"holiday-notice {number}",
                $"装入 {notice.Year} 年放假安排：放假 {notice.Holidays.Count()} 天，调休上班 {notice.MakeupWorkdays.Count()} 天；来源：{notice.Source}（{notice.IssuedOn:yyyy-MM-dd}）");
            return number;
        },
        cancellationToken);

    /// <summary>Takes back the notice of a year; null when none was loaded.</summary>
    public static Task<LoadedNotice?> UndoAsync(int year, Actor actor, CalendarDesk desk, CancellationToken cancellationToken) => desk.ChangeAsync(
        async tx =>
        {
            var undone = await NoticeStore.UndoAsync(tx, year);
            if (undone is not null)
            {
                await desk.Audit.NoteAsync(tx, actor, CalendarActions.NoticeUndone, $"holiday-notice {undone.Number}", $"撤回 {year} 年放假安排；来源：{undone.Source}");
            }

            return undone;
        },
        cancellationToken);
}
