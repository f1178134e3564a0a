using System.Globalization;
using Jizhou.Public.Api.Bookings.Calendar.Postponing;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;

namespace Jizhou.Public.Api.Bookings.Calendar.Pages;

/// <summary>/console/calendar/postpone/ — calls off a day after a look at where its bookings would go; and what became of them.</summary>
public static class EditPostponement
{
    private static readonly TimeSpan WaitAtMost = TimeSpan.FromSeconds(8);

    /// <summary>Maps pages and forms.</summary>
    public static void Map(IEndpointRouteBuilder calendar)
    {
        calendar.MapGet("/postponements/", ListAsync);
        calendar.MapGet("/postponements/{number:long}/", ShowAsync);
        var forms = calendar.MapGroup("").RequireRole(CalendarRoles.Postpone);
        forms.MapGet("/postpone/", (HttpContext http, BookingDesk desk) => Ask(http, desk, []));
        forms.MapPost("/postpone/", RunAsync);
        forms.MapPost("/postponements/{number:long}/again/", AgainAsync);
    }

    private static IResult Ask(HttpContext http, BookingDesk desk, IReadOnlyList<string> problems)
    {
        var (query, form) = (http.Request.Query, http.Request.HasFormContentType ? http.Request.Form : null);
        string[] Typed(string name) => [.. (form?[name] ?? query[name]).OfType<string>()];
        return ConsolePage.Show<PostponePage>(http, new Dictionary<string, object?>
        {
            ["Areas"] = desk.Facts.Book.Areas,
            ["Windows"] = desk.Facts.Book.Rules.Windows,
            ["ChosenAreas"] = Typed("area"),
            ["ChosenWindows"] = form is null ? desk.Facts.Book.Rules.Windows.Select(window => window.Code).ToArray() : Typed("window"),
            ["Date"] = Typed("date").FirstOrDefault() ?? desk.Clock.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["Reason"] = Typed("reason").FirstOrDefault() ?? "snow",
            ["Note"] = Typed("note").FirstOrDefault() ?? "",
            ["Problems"] = problems,
        }, problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> RunAsync(HttpContext http, CalendarDesk desk, PostponeRunner runner, CancellationToken cancellationToken)
    {
        var form = new CalendarForm(await http.Request.ReadFormAsync(cancellationToken), desk.Bookings.Facts, desk.Bookings.Clock.Today);
        var slots = form.Slots();
        var (reason, words) = form.Reason();
        if (form.Problems.Count > 0)
        {
            return Ask(http, desk.Bookings, form.Problems);
        }

        if (!form.IsSure)
        {
            return await PreviewAsync(http, desk.Bookings, slots, reason, form.Text("note"), words, cancellationToken);
        }

        var numbers = await PostponeDay.RunAsync(slots, reason, words, Actor.Of(http.User), desk, cancellationToken);
        await WaitAsync(Task.WhenAll(numbers.Select(runner.RunAsync)));
        return TypedResults.LocalRedirect(numbers.Count == 1 ? Address(numbers[0]) : "/console/calendar/postponements/");
    }

    private static async Task<IResult> PreviewAsync(
        HttpContext http, BookingDesk desk, IReadOnlyList<SlotId> slots, string reason, string note, string words, CancellationToken cancellationToken)
    {
        List<(string Area, PostponePlan Plan)> plans = [];
        foreach (var area in slots.GroupBy(slot => slot.Area))
        {
            plans.Add((desk.Facts.Book.Area(area.Key)!.Name, await desk.Database.ReadAsync(c => PostponePlan.MakeAsync(c, [.. area], desk), cancellationToken)));
        }

        return ConsolePage.Show<PostponePreviewPage>(http, new Dictionary<string, object?>
        {
            ["Slots"] = slots,
            ["Names"] = CloseSlots.Names(slots, desk.Facts),
            ["Words"] = words,
            ["Reason"] = reason,
            ["Note"] = note,
            ["Plans"] = plans,
            ["Facts"] = desk.Facts,
        });
    }

    private static async Task<IResult> ListAsync(HttpContext http, BookingDesk desk, CancellationToken cancellationToken) => ConsolePage.Show<PostponementsPage>(http, new Dictionary<string, object?>
    {
        ["Postponements"] = await desk.Database.ReadAsync(PostponementStore.ListAsync, cancellationToken),
        ["Facts"] = desk.Facts,
        ["CanPostpone"] = http.User.Holds(CalendarRoles.Postpone),
    });

    private static async Task<IResult> ShowAsync(long number, HttpContext http, BookingDesk desk, CancellationToken cancellationToken) =>
        await desk.Database.ReadAsync(c => PostponementStore.FindAsync(c, number), cancellationToken) is not { } postponement
            ? TypedResults.LocalRedirect("/console/calendar/postponements/")
            : ConsolePage.Show<PostponementPage>(http, new Dictionary<string, object?>
            {
                ["Postponement"] = postponement,
                ["Moves"] = await desk.Database.ReadAsync(c => PostponementStore.MovesAsync(c, number), cancellationToken),
                ["Facts"] = desk.Facts,
                ["CanPostpone"] = http.User.Holds(CalendarRoles.Postpone),
            });

    private static async Task<IResult> AgainAsync(long number, PostponeRunner runner)
    {
        await WaitAsync(runner.RunAsync(number));
        return TypedResults.LocalRedirect(Address(number));
    }

    // The work goes on when the page stops waiting for it.
    private static Task WaitAsync(Task work) => Task.WhenAny(work, Task.Delay(WaitAtMost));

    private static string Address(long number) => string.Create(CultureInfo.InvariantCulture, $"/console/calendar/postponements/{number}/");
}
