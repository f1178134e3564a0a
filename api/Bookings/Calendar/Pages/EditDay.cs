using System.Globalization;
using Jizhou.Public.Api.Bookings.Operators;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Calendar.Pages;

/// <summary>/console/calendar/day/ — a day of an area, and what can be decided about it: close, stop, open again, capacity.</summary>
public static class EditDay
{
    /// <summary>Maps page and forms.</summary>
    public static void Map(IEndpointRouteBuilder calendar)
    {
        calendar.MapGet("/day/", (HttpContext http, BookingDesk desk, CancellationToken cancellationToken) =>
            ShowAsync(http, desk, ShowMonth.AreaOf(http.Request.Query["area"], desk.Facts), DayOf(http, desk), [], cancellationToken));
        var forms = calendar.MapGroup("/day").RequireRole(CalendarRoles.Act);
        forms.MapPost("/close/", (HttpContext http, CalendarDesk desk, CancellationToken cancellationToken) => CloseAsync(http, desk, ClosingKind.Closed, cancellationToken));
        forms.MapPost("/stop/", (HttpContext http, CalendarDesk desk, CancellationToken cancellationToken) => CloseAsync(http, desk, ClosingKind.Stopped, cancellationToken));
        forms.MapPost("/open/", OpenAsync);
        forms.MapPost("/capacity/", ChangeCapacityAsync);
    }

    /// <summary>The address of a day's page.</summary>
    public static string Address(string area, DateOnly date, string done = "") =>
        string.Create(CultureInfo.InvariantCulture, $"/console/calendar/day/?area={area}&date={date:yyyy-MM-dd}{(done.Length > 0 ? "&done=" + done : "")}");

    private static DateOnly DayOf(HttpContext http, BookingDesk desk) => CalendarForm.TryDate(http.Request.Query["date"], out var date) ? date : desk.Clock.Today;

    private static async Task<IResult> ShowAsync(HttpContext http, BookingDesk desk, ServiceArea area, DateOnly date, IReadOnlyList<string> problems, CancellationToken cancellationToken)
    {
        var load = (await desk.Database.ReadAsync(c => AreaMonth.ReadAsync(c, desk.Facts, area, date, date), cancellationToken))[0];
        return ConsolePage.Show<DayPage>(http, new Dictionary<string, object?>
        {
            ["Area"] = area,
            ["Areas"] = desk.Facts.Book.Areas,
            ["Load"] = load,
            ["Today"] = desk.Clock.Today,
            ["CanAct"] = http.User.Holds(CalendarRoles.Act),
            ["CanSee"] = http.User.Holds(DeskReach.Readers),
            ["CanPostpone"] = http.User.Holds(CalendarRoles.Postpone),
            ["Problems"] = problems,
            ["Done"] = http.Request.Query["done"].ToString(),
        }, problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> CloseAsync(HttpContext http, CalendarDesk desk, ClosingKind kind, CancellationToken cancellationToken)
    {
        var form = new CalendarForm(await http.Request.ReadFormAsync(cancellationToken), desk.Bookings.Facts, desk.Bookings.Clock.Today);
        var slots = form.Slots();
        var (reason, words) = kind == ClosingKind.Closed ? form.Reason() : (ClosingReasons.Stopped, ChangeCapacity.StoppedWords);
        if (form.Problems.Count > 0)
        {
            return await ShowAsync(http, desk.Bookings, ShowMonth.AreaOf(form.Text("page"), desk.Bookings.Facts), form.Date(), form.Problems, cancellationToken);
        }

        if (!form.IsSure)
        {
            var booked = await desk.Bookings.Database.ReadAsync(c => CloseSlots.OpenBookingsAsync(c, slots), cancellationToken);
            return AskToClose(http, kind, slots, words, booked, desk.Bookings.Facts, form);
        }

        await CloseSlots.RunAsync(slots, kind, reason, words, Actor.Of(http.User), desk, cancellationToken);
        return TypedResults.LocalRedirect(Address(slots[0].Area, slots[0].Date, kind == ClosingKind.Closed ? "closed" : "stopped"));
    }

    private static IResult AskToClose(HttpContext http, ClosingKind kind, IReadOnlyList<SlotId> slots, string words, int booked, PickupFacts facts, CalendarForm form)
    {
        var isClosed = kind == ClosingKind.Closed;
        var address = Address(slots[0].Area, slots[0].Date);
        var areas = string.Concat(slots.Select(slot => slot.Area).Distinct(StringComparer.Ordinal).Select(area => "&area=" + area));
        IReadOnlyList<string> sentences =
        [
            CloseSlots.Names(slots, facts) + "。",
            isClosed ? $"居民会看到“{words}”，这些时段马上不能再约，正在填表的人要重新选日期。" : "已经约上的照常收；新的预约马上不能再约这些时段。",
            booked == 0 ? "现在没有预约。" : isClosed ? $"这些时段已有 {booked} 个预约，只停收不会动它们。" : $"这些时段已有 {booked} 个预约，照常收。",
            "会记在操作记录里，以后可以恢复。",
        ];
        return ConsolePage.Show<AskPage>(http, new Dictionary<string, object?>
        {
            ["Title"] = isClosed ? "停收这些时段？" : "不再接受预约？",
            ["Sentences"] = sentences,
            ["OtherWay"] = isClosed && booked > 0 && http.User.Holds(CalendarRoles.Postpone)
                ? new AskPage.Way($"{booked} 个居民在等这一天。改期会同时停收，并把预约移到下一个收运日。", $"/console/calendar/postpone/?date={slots[0].Date:yyyy-MM-dd}{areas}", "去改期") : null,
            ["Action"] = isClosed ? "/console/calendar/day/close/" : "/console/calendar/day/stop/",
            ["Fields"] = Fields(slots, form, "reason", "note", "page"),
            ["Button"] = isClosed ? "停收" : "不再接受预约",
            ["Back"] = address,
        });
    }

    private static async Task<IResult> OpenAsync(HttpContext http, CalendarDesk desk, CancellationToken cancellationToken)
    {
        var form = new CalendarForm(await http.Request.ReadFormAsync(cancellationToken), desk.Bookings.Facts, desk.Bookings.Clock.Today);
        var slots = form.Slots();
        if (form.Problems.Count > 0)
        {
            return await ShowAsync(http, desk.Bookings, ShowMonth.AreaOf(form.Text("page"), desk.Bookings.Facts), form.Date(), form.Problems, cancellationToken);
        }

        if (!form.IsSure)
        {
            return ConsolePage.Show<AskPage>(http, new Dictionary<string, object?>
            {
                ["Title"] = "恢复收运？",
                ["Sentences"] = (IReadOnlyList<string>)[CloseSlots.Names(slots, desk.Bookings.Facts) + "。", "居民马上又能约这些时段。已经改期的预约不会自动移回来；还没排上新日期的，回到这一天。", "会记在操作记录里。"],
                ["Action"] = "/console/calendar/day/open/",
                ["Fields"] = Fields(slots, form, "page"),
                ["Button"] = "恢复收运",
                ["Back"] = Address(slots[0].Area, slots[0].Date),
            });
        }

        await ReopenSlots.RunAsync(slots, Actor.Of(http.User), desk, cancellationToken);
        return TypedResults.LocalRedirect(Address(slots[0].Area, slots[0].Date, "opened"));
    }

    private static async Task<IResult> ChangeCapacityAsync(HttpContext http, CalendarDesk desk, CancellationToken cancellationToken)
    {
        var form = new CalendarForm(await http.Request.ReadFormAsync(cancellationToken), desk.Bookings.Facts, desk.Bookings.Clock.Today);
        var (areas, date, windows) = (form.Areas(), form.Date(), form.Windows());
        var isOrdinary = form.Text("ordinary").Length > 0;
        var amount = isOrdinary ? default : form.Amount();
        if (form.Problems.Count > 0)
        {
            return await ShowAsync(http, desk.Bookings, ShowMonth.AreaOf(form.Text("page"), desk.Bookings.Facts), date, form.Problems, cancellationToken);
        }

        var wish = new ChangeCapacity.Wish(areas[0].Code, date, date.DayOfWeek, windows[0].Code, amount);
        var over = isOrdinary
            ? await ChangeCapacity.ForgetAsync(wish, Actor.Of(http.User), desk, cancellationToken)
            : await ChangeCapacity.RunAsync(wish, form.IsSure, Actor.Of(http.User), desk, cancellationToken);
        return over.Count == 0 || form.IsSure
            ? TypedResults.LocalRedirect(Address(areas[0].Code, date, "capacity"))
            : CapacityQuestion.Show(http, wish, over, desk.Bookings.Facts, "/console/calendar/day/capacity/", Address(areas[0].Code, date), isOrdinary);
    }

    private static List<(string Name, string Value)> Fields(IReadOnlyList<SlotId> slots, CalendarForm form, params string[] others) =>
    [
        .. slots.Select(slot => slot.Area).Distinct(StringComparer.Ordinal).Select(area => ("area", area)), ("date", slots[0].Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        .. slots.Select(slot => slot.Window).Distinct(StringComparer.Ordinal).Select(window => ("window", window)), .. others.Select(name => (name, form.Text(name))),
    ];
}
