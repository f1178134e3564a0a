using System.Globalization;
using System.Text;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Bookings.Calendar.Pages;

/// <summary>/console/calendar/holidays/ — the holiday notices on record; loads next year's after a look at it, and takes one back.</summary>
public static class EditHolidays
{
    private const int LongestText = 60_000;

    /// <summary>Maps pages and forms.</summary>
    public static void Map(IEndpointRouteBuilder calendar)
    {
        calendar.MapGet("/holidays/", (HttpContext http, CalendarDesk desk, CancellationToken cancellationToken) => ShowAsync(http, desk, new Typed("", "", ""), [], cancellationToken));
        var forms = calendar.MapGroup("/holidays").RequireRole(CalendarRoles.Act);
        forms.MapPost("/", LoadAsync);
        forms.MapPost("/undo/", UndoAsync);
    }

    /// <summary>What stands in the fields.</summary>
    /// <param name="Text">The notice.</param>
    /// <param name="Source">Its title.</param>
    /// <param name="IssuedOn">Its date.</param>
    public sealed record Typed(string Text, string Source, string IssuedOn);

    private static async Task<IResult> ShowAsync(HttpContext http, CalendarDesk desk, Typed typed, IReadOnlyList<string> problems, CancellationToken cancellationToken)
    {
        var (facts, today) = (desk.Bookings.Facts, desk.Bookings.Clock.Today);
        return ConsolePage.Show<HolidaysPage>(http, new Dictionary<string, object?>
        {
            ["Holidays"] = facts.Holidays,
            ["Loaded"] = await desk.Bookings.Database.ReadAsync(c => NoticeStore.AllAsync(c), cancellationToken),
            ["Today"] = today,
            ["Missing"] = NoticeWarning.MissingYear(today, facts.Holidays),
            ["CanAct"] = http.User.Holds(CalendarRoles.Act),
            ["Typed"] = typed,
            ["Problems"] = problems,
            ["Done"] = http.Request.Query["done"].ToString(),
        }, problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> LoadAsync(HttpContext http, CalendarDesk desk, CancellationToken cancellationToken)
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var typed = new Typed(await TextAsync(form, cancellationToken), form["source"].ToString().Trim(), form["issuedOn"].ToString().Trim());
        var isDate = CalendarForm.TryDate(typed.IssuedOn, out var issuedOn);
        if (typed.IssuedOn.Length > 0 && !isDate)
        {
            return await ShowAsync(http, desk, typed, [$"发布日期“{typed.IssuedOn[..Math.Min(20, typed.IssuedOn.Length)]}”不对，应写成 2026-11-04。"], cancellationToken);
        }

        if (typed.Text.Length is 0 or > LongestText)
        {
            return await ShowAsync(http, desk, typed with { Text = "" }, [typed.Text.Length == 0 ? "请粘贴放假安排，或选一个文件。" : $"文字太长，最多 {LongestText} 字。"], cancellationToken);
        }

        var preview = LoadNotice.Look(typed.Text, typed.Source, isDate ? issuedOn : null, desk);
        if (preview.Notice is not { } notice)
        {
            return await ShowAsync(http, desk, typed, preview.Problems, cancellationToken);
        }

        if (form["sure"] != "yes")
        {
            return ConsolePage.Show<NoticePreviewPage>(http, new Dictionary<string, object?>
            {
                ["Notice"] = notice,
                ["Warnings"] = preview.Warnings,
                ["Booked"] = await BookedAsync(notice, desk, cancellationToken),
                ["Text"] = typed.Text,
            });
        }

        await LoadNotice.RunAsync(notice, Actor.Of(http.User), desk, cancellationToken);
        return TypedResults.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/console/calendar/holidays/?done={notice.Year}"));
    }

    private static async Task<IResult> UndoAsync(HttpContext http, CalendarDesk desk, CancellationToken cancellationToken)
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        if (!int.TryParse(form["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return TypedResults.LocalRedirect("/console/calendar/holidays/");
        }

        if (form["sure"] != "yes")
        {
            return ConsolePage.Show<AskPage>(http, new Dictionary<string, object?>
            {
                ["Title"] = $"撤回 {year} 年放假安排？",
                ["Sentences"] = (IReadOnlyList<string>)[$"撤回后，{year} 年的日子回到装入以前的样子；没有别的安排时标“暂定”。", "已经约上的预约不动。会记在操作记录里，可以再装一遍。"],
                ["Action"] = "/console/calendar/holidays/undo/",
                ["Fields"] = (IReadOnlyList<(string, string)>)[("year", year.ToString(CultureInfo.InvariantCulture))],
                ["Button"] = "撤回",
                ["Back"] = "/console/calendar/holidays/",
            });
        }

        await LoadNotice.UndoAsync(year, Actor.Of(http.User), desk, cancellationToken);
        return TypedResults.LocalRedirect("/console/calendar/holidays/?done=undone");
    }

    private static async Task<string> TextAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        if (form.Files.GetFile("file") is not { Length: > 0 } file)
        {
            return form["text"].ToString();
        }

        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    // Bookings that already stand on what becomes a day off: whoever loads the notice has to see to them.
    private static async Task<IReadOnlyList<(DateOnly Date, int Bookings)>> BookedAsync(HolidayNotice notice, CalendarDesk desk, CancellationToken cancellationToken)
    {
        var today = desk.Bookings.Clock.Today;
        var off = notice.Holidays.Select(day => day.Date).Where(date => date >= today && !desk.Bookings.Facts.Holidays.IsPublicHoliday(date)).ToList();
        return await desk.Bookings.Database.ReadAsync(c => AreaMonth.BookedOnAsync(c, off), cancellationToken);
    }
}
