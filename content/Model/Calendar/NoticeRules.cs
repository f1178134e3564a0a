namespace Jizhou.Public.Content;

/// <summary>
/// What a holiday notice must say before it is believed. Festivals and the days fixed by date follow 全国年节及纪念日放假办法
/// (国务院令第795号); the movable ones are compared with the statutory days that content holds for the year.
/// </summary>
public static class NoticeRules
{
    // A notice may begin in the last days of December: that of 2019 did (30 and 31 December 2018 off, 29 December worked).
    private const int DaysBeforeYear = 10;

    private static readonly string[] Festivals = ["元旦", "春节", "清明", "劳动", "端午", "中秋", "国庆"];
    private static readonly (int Month, int Day, string Name)[] Fixed =
        [(1, 1, "元旦"), (5, 1, "劳动节"), (5, 2, "劳动节"), (10, 1, "国庆节"), (10, 2, "国庆节"), (10, 3, "国庆节")];

    /// <summary>The notice, or null with every reason why it cannot be believed; warnings are for the editor to look at once more.</summary>
    /// <param name="read">What was read.</param>
    /// <param name="source">Title of the document as typed; what the text says counts when it is blank.</param>
    /// <param name="issuedOn">Its date as typed; the text's when null.</param>
    /// <param name="known">What is on record so far.</param>
    /// <param name="today">Today; a document of tomorrow is a slip.</param>
    public static (HolidayNotice? Notice, IReadOnlyList<string> Problems, IReadOnlyList<string> Warnings) Check(
        ReadNotice read, string? source, DateOnly? issuedOn, HolidayCalendar known, DateOnly today)
    {
        List<string> problems = [.. read.Problems];
        var title = string.IsNullOrWhiteSpace(source) ? read.Source : source.Trim();
        var issued = issuedOn ?? read.IssuedOn;
        if (string.IsNullOrWhiteSpace(title) || title.Length > 120)
        {
            problems.Add("请写来源：通知的全称（最多 120 字）。没有来源的放假安排不能装入。");
        }

        if (issued is null)
        {
            problems.Add("请写通知的发布日期，例如 2026-11-04。");
        }
        else if (issued > today)
        {
            problems.Add($"发布日期 {issued:yyyy-MM-dd} 还没有到，请核对。");
        }

        var year = read.Year ?? YearOf(read.Days);
        CheckDays(read.Days, year, today, problems);
        if (problems.Count == 0)
        {
            CheckHolidays(read.Days, year, known, problems);
        }

        return problems.Count > 0
            ? (null, problems, [])
            : (new HolidayNotice(year, title!, issued!.Value, [.. read.Days.OrderBy(day => day.Date)]), [], Doubts(read.Days, year, known));
    }

    private static int YearOf(IReadOnlyList<SpecialDay> days) =>
        days.GroupBy(day => day.Date.Year).OrderByDescending(year => year.Count()).Select(year => year.Key).FirstOrDefault();

    private static void CheckDays(IReadOnlyList<SpecialDay> days, int year, DateOnly today, List<string> problems)
    {
        if (days.Count == 0)
        {
            problems.Add("没有读到任何一天。请粘贴整年的放假和上班日期。");
            return;
        }

        if (year < today.Year || year > today.Year + 2)
        {
            problems.Add($"这是 {year} 年的安排，只能装今年起三年内的。");
        }

        problems.AddRange(days.Where(day => day.Date.Year != year && day.Date.AddDays(DaysBeforeYear).Year != year)
            .Select(day => $"{day.Date:yyyy-MM-dd}（{day.Name}）不在 {year} 年里。"));
        problems.AddRange(days.GroupBy(day => day.Date).Where(same => same.Skip(1).Any()).Select(same => $"{same.Key:yyyy-MM-dd} 写了不止一次。"));
        problems.AddRange(days.Where(day => day.State == DayState.Makeup && !IsWeekendDay(day.Date))
            .Select(day => $"{day.Date:yyyy-MM-dd} 是{Weekday(day.Date)}，本来就上班；调休上班的日子应是周六或周日。"));
    }

    private static void CheckHolidays(IReadOnlyList<SpecialDay> days, int year, HolidayCalendar known, List<string> problems)
    {
        var holidays = days.Where(day => day.State == DayState.Holiday).ToList();
        problems.AddRange(Festivals.Where(festival => !holidays.Exists(day => day.Name.Contains(festival, StringComparison.Ordinal)))
            .Select(festival => $"没有{festival}的放假日期，一年的安排应当七个节日都有。"));
        problems.AddRange(Statutory(year, known).Where(day => !holidays.Exists(holiday => holiday.Date == day.Date))
            .Select(day => $"{day.Date:yyyy-MM-dd}（{day.Name}）是法定节假日，安排里没有。"));
    }

    // Every weekday off beyond the statutory ones and their substitutes is paid for by a worked weekend day.
    private static List<string> Doubts(IReadOnlyList<SpecialDay> days, int year, HolidayCalendar known)
    {
        if (known.IsNoticeOnRecord(year))
        {
            return [];
        }

        var statutory = Statutory(year, known).Select(day => day.Date).ToHashSet();
        var moved = days.Count(day => day.State == DayState.Holiday && !IsWeekendDay(day.Date) && !statutory.Contains(day.Date)) - statutory.Count(IsWeekendDay);
        var worked = days.Count(day => day.State == DayState.Makeup);
        return moved == worked ? [] : [$"按算法应有 {Math.Max(0, moved)} 个调休上班日，安排里有 {worked} 个。请对照原文再看一遍。"];
    }

    private static IEnumerable<(DateOnly Date, string Name)> Statutory(int year, HolidayCalendar known) =>
        known.IsNoticeOnRecord(year) || !known.Days.Any(day => day.Date.Year == year)
            ? Fixed.Select(day => (new DateOnly(year, day.Month, day.Day), day.Name))
            : known.Days.Where(day => day.Date.Year == year && day.State == DayState.Holiday).Select(day => (day.Date, day.Name));

    private static bool IsWeekendDay(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static string Weekday(DateOnly date) => "周" + "日一二三四五六"[(int)date.DayOfWeek];
}
