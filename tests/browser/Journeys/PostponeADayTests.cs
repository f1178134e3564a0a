using Jizhou.Public.BrowserTests.Running;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>Snow: a dispatcher looks at the calendar, calls a day off, and the resident who waits for it reads the new date; an editor loads a year's holidays.</summary>
[Collection("browser")]
public sealed class PostponeADayTests(BrowserFixture browser)
{
    private const string Password = "long-enough-示例-0014";

    [Fact]
    public async Task A_dispatcher_calls_a_day_off_and_the_residents_lookup_shows_the_new_date()
    {
        // An area of its own: other journeys book elsewhere.
        await using var resident = await browser.OpenAsync("/booking/");
        var (label, reference) = await ResidentBooking.BookAsync(resident, "13800000014", "sofa", "桑梓镇");
        await ResidentBooking.OpenAsync(resident, reference, "0014");
        await resident.Page.Locator("[data-rows] dd").First.WaitForAsync();
        var before = await resident.Page.GetByRole(AriaRole.Main).InnerTextAsync();

        await browser.Portal.RunCommandAsync("operators add dispatcher-snow --role dispatcher --password-stdin", Password + "\n");
        await using var desk = await browser.OpenAsync("/console/", Visitor.AtADesk);
        await desk.Page.GetByLabel("用户名").FillAsync("dispatcher-snow");
        await desk.Page.GetByLabel("密码").FillAsync(Password);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await desk.Page.WaitForURLAsync("**/console/");
        await desk.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "收运日历" }).ClickAsync();
        await desk.LookAsync("console-calendar");

        var day = DateOf(label);
        await desk.GoAsync($"/console/calendar/day/?area=west&date={day:yyyy-MM-dd}");
        await desk.LookAsync("console-calendar-day");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "把这一天改期" }).ClickAsync();
        await desk.LookAsync("console-postpone");
        await desk.Page.GetByLabel("原因").SelectOptionAsync("snow");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "看会移到哪里" }).ClickAsync();
        await desk.Page.GetByText("会移到这些时段").WaitForAsync();
        await desk.LookAsync("console-postpone-preview");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "停收并改期" }).ClickAsync();
        await desk.Page.GetByText("有了新的日期").WaitForAsync();
        await desk.LookAsync("console-postponement");
        var moved = await desk.Page.Locator("tbody th").First.InnerTextAsync();
        Assert.NotEqual(label, moved);

        await using var later = await browser.OpenAsync("/booking/manage/");
        await later.Page.Locator("[data-called-off]").Filter(new() { HasText = "西部片因降雪停收" }).WaitForAsync();
        await later.AssertFlawlessAsync("the banner of a called-off day");
        await later.AssertFitsAsync("the banner of a called-off day");
        await later.KeepScreenshotAsync("called-off-360");
        await ResidentBooking.OpenAsync(later, reference, "0014");
        await later.Page.Locator("[data-rows] dd").First.WaitForAsync();
        var after = await later.Page.GetByRole(AriaRole.Main).InnerTextAsync();
        Assert.NotEqual(before, after);
        Assert.Contains($"{DateOf(moved):M 月 d 日}".Replace(" ", "", StringComparison.Ordinal), after.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(moved, after, StringComparison.Ordinal);
        Assert.Contains("原因：降雪", after, StringComparison.Ordinal);
        await later.KeepScreenshotAsync("manage-postponed-360");

        // No text messages are set up here: somebody rings.
        await desk.GoAsync("/console/calls/?area=west");
        await desk.Page.GetByText("13800000014").First.WaitForAsync();
        await desk.LookAsync("console-calls");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = $"{moved}：没人接" }).ClickAsync();
        await desk.Page.GetByText("打过 1 次").WaitForAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = $"{moved}：打通了" }).ClickAsync();
        await desk.Page.GetByText("没有要打的电话").WaitForAsync();
        await desk.LookAsync("console-calls-done");
        await desk.GoAsync("/console/notices/?state=");
        await desk.LookAsync("console-notices");
        await desk.GoAsync("/console/notices/resend/");
        await desk.LookAsync("console-notices-resend");

        await desk.GoAsync($"/console/calendar/?area=west&month={day:yyyy-MM}");
        await desk.Page.GetByText("因降雪停收").First.WaitForAsync();
        await desk.LookAsync("console-calendar-snow");
        await desk.GoAsync("/console/calendar/postponements/");
        await desk.LookAsync("console-postponements");
        await desk.GoAsync("/console/calendar/capacity/?area=west");
        await desk.LookAsync("console-capacity");
        await desk.GoAsync("/console/calendar/holidays/");
        await desk.Page.GetByText("看 2026 年").ClickAsync();
        await desk.LookAsync("console-holidays");
    }

    // A label ends in the day and a number: 桑梓 12-03 07.
    private static DateOnly DateOf(string label)
    {
        var parts = label.Split(' ')[^2].Split('-');
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(8));
        var date = new DateOnly(today.Year, int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
        return date < today ? date.AddYears(1) : date;
    }
}
