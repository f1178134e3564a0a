using Jizhou.Public.Api.Bookings.Calendar;
using Jizhou.Public.Content;
using Jizhou.Public.UnitTests.Content;

namespace Jizhou.Public.UnitTests.Bookings.Calendar;

/// <summary>Loading a year's holiday notice: what is read, what is believed, what is refused in words. The year 2027 below is made up for the tests (示例).</summary>
public sealed class NoticeTests
{
    private const string Table = """
        # 示例，不是真的安排
        日期,名称,类型
        2027-01-01 至 2027-01-03,元旦,放假
        2027-02-05 至 2027-02-11,春节,放假
        2027-02-20,春节,上班
        2027-02-21,春节,上班
        2027-04-03 至 2027-04-05,清明节,放假
        2027-05-01 至 2027-05-03,劳动节,放假
        2027-06-09,端午节,放假
        2027-09-15,中秋节,放假
        2027-10-01 至 2027-10-05,国庆节,放假
        """;

    private static readonly HolidayCalendar Known = TestContent.Real.Calendar;
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void A_table_becomes_a_notice_and_the_calendar_knows_the_year()
    {
        var (notice, problems, warnings) = Check(Table);
        Assert.Empty(problems);
        Assert.Single(warnings); // three weekdays too many are off for two worked weekend days: the editor is asked to look again
        var calendar = Known.With(notice!);
        Assert.True(calendar.IsNoticeOnRecord(2027));
        Assert.Equal((DayState.Holiday, DayState.Makeup, DayState.Workday, DayState.Weekend),
            (calendar.StateOf(new(2027, 2, 11)), calendar.StateOf(new(2027, 2, 20)), calendar.StateOf(new(2027, 2, 12)), calendar.StateOf(new(2027, 2, 27))));
        Assert.Equal(DayState.Holiday, calendar.StateOf(new(2026, 10, 7))); // other years stay
        Assert.Equal(new DateOnly(2027, 12, 31), calendar.KnownUntil(Today));
    }

    [Fact]
    public void The_years_content_ships_pass_their_own_check()
    {
        foreach (var year in new[] { 2025, 2026 })
        {
            var lines = Known.Days.Where(d => d.Date.Year == year).Select(d => $"{d.Date:yyyy-MM-dd},{d.Name},{(d.State == DayState.Makeup ? "班" : "休")}");
            var (notice, problems, _) = NoticeRules.Check(NoticeText.Read(string.Join('\n', lines)), "示例", new(2024, 11, 12), Known, new(year, 1, 1));
            Assert.Empty(problems);
            Assert.Equal(Known.Days.Count(d => d.Date.Year == year), notice!.Days.Count);
        }
    }

    [Fact]
    public void Yaml_in_the_form_of_content_is_read_with_its_source_and_date()
    {
        var days = string.Concat(NoticeText.Read(Table).Days.Where(d => d.State == DayState.Holiday).Select(d => $"      - {{ date: {d.Date:yyyy-MM-dd}, name: {d.Name} }}\n"));
        var text = $"years:\n  - year: 2027\n    notice: on-record\n    source: 示例通知\n    issuedOn: 2026-11-04\n    holidays:\n{days}    makeupWorkdays:\n      - {{ date: 2027-02-20, name: 春节 }}\n";
        var (notice, problems, _) = NoticeRules.Check(NoticeText.Read(text), null, null, Known, Today);
        Assert.Empty(problems);
        Assert.Equal(("示例通知", new DateOnly(2026, 11, 4), 1), (notice!.Source, notice.IssuedOn, notice.MakeupWorkdays.Count()));
    }

    [Fact]
    public void A_notice_may_begin_in_the_last_days_of_december()
    {
        var (notice, problems, _) = Check(Table + "\n2026-12-31,元旦,放假\n2026-12-26,元旦,上班");
        Assert.Empty(problems);
        Assert.Equal((DayState.Holiday, DayState.Makeup), (Known.With(notice!).StateOf(new(2026, 12, 31)), Known.With(notice!).StateOf(new(2026, 12, 26))));
    }

    [Theory]
    [InlineData("2027-06-09,端午节,放假", "", "没有端午的放假日期")]
    [InlineData("2027-02-05 至 2027-02-11", "2027-02-05 至 2027-02-07", "2027-02-08（春节）是法定节假日，安排里没有")]
    [InlineData("2027-02-20,春节,上班", "2027-02-22,春节,上班", "2027-02-22 是周一，本来就上班")]
    [InlineData("2027-02-21,春节,上班", "2027-02-11,春节,放假", "2027-02-11 写了不止一次")]
    [InlineData("2027-02-21,春节,上班", "2028-02-26,春节,上班", "2028-02-26（春节）不在 2027 年里")]
    [InlineData("2027-06-09,端午节,放假", "2027-6-9,端午节,放假", "日期是“2027-6-9”")]
    [InlineData("2027-06-09,端午节,放假", "2027-06-09,端午节,大概放假", "第 9 行“2027-06-09,端午节,大概放假”看不懂")]
    [InlineData("2027-01-01 至 2027-01-03", "2027-01-03 至 2027-01-01", "首尾颠倒")]
    public void A_slip_is_told_in_words(string old, string now, string problem) =>
        Assert.Contains(Check(Table.Replace(old, now, StringComparison.Ordinal)).Problems, p => p.Contains(problem, StringComparison.Ordinal));

    [Theory]
    [InlineData("", "2026-11-04", "请写来源")]
    [InlineData("示例", null, "请写通知的发布日期")]
    [InlineData("示例", "2026-11-23", "还没有到")]
    public void Source_and_date_are_required(string source, string? dated, string problem) => Assert.Contains(
        NoticeRules.Check(NoticeText.Read(Table), source, dated is null ? null : DateOnly.Parse(dated, System.Globalization.CultureInfo.InvariantCulture), Known, Today).Problems,
        p => p.Contains(problem, StringComparison.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("years: [")]
    [InlineData("years:\n  - year: 2027\n  - year: 2028")]
    [InlineData("holidays:\n  - 元旦")]
    [InlineData("notice: not-on-record\nholidays: []")]
    [InlineData("<script>alert(1)</script>")]
    public void Nonsense_is_refused_and_breaks_nothing(string text)
    {
        var (notice, problems, _) = Check(text);
        Assert.Null(notice);
        Assert.NotEmpty(problems);
        Assert.All(problems, p => Assert.Contains(p, c => c > 0x4e00));
    }

    [Fact]
    public void A_notice_in_words_names_every_festival_with_its_days() => Assert.Contains("春节：2月5日至2月11日放假，共 7 天；2月20日（周六）、2月21日（周日）上班", NoticeWords.Lines(Check(Table).Notice!));

    [Theory]
    [InlineData("2026-11-16", null)]
    [InlineData("2026-11-17", 2027)] // 45 days before 1 January
    [InlineData("2026-12-31", 2027)]
    [InlineData("2027-01-01", 2027)]
    public void The_missing_notice_is_warned_of_45_days_ahead(string today, int? year) =>
        Assert.Equal(year, NoticeWarning.MissingYear(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture), Known));

    [Fact]
    public void Nothing_is_missing_once_it_is_loaded() => Assert.Null(NoticeWarning.MissingYear(new(2026, 12, 1), Known.With(Check(Table).Notice!)));

    private static (HolidayNotice? Notice, IReadOnlyList<string> Problems, IReadOnlyList<string> Warnings) Check(string text) =>
        NoticeRules.Check(NoticeText.Read(text), "示例：不是真的通知", new(2026, 11, 4), Known, Today);
}
