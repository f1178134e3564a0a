using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Calendar.Pages;

/// <summary>/console/calendar/capacity/ — what an area takes on each weekday and window.</summary>
public static class EditCapacity
{
    /// <summary>Maps page and form.</summary>
    public static void Map(IEndpointRouteBuilder calendar)
    {
        calendar.MapGet("/capacity/", (HttpContext http, BookingDesk desk) => Show(http, desk, ShowMonth.AreaOf(http.Request.Query["area"], desk.Facts), []));
        calendar.MapPost("/capacity/", ChangeAsync).RequireRole(CalendarRoles.Act);
    }

    private static IResult Show(HttpContext http, BookingDesk desk, ServiceArea area, IReadOnlyList<string> problems) => ConsolePage.Show<CapacityPage>(http, new Dictionary<string, object?>
    {
        ["Area"] = area,
        ["Areas"] = desk.Facts.Book.Areas,
        ["Windows"] = desk.Facts.Book.Rules.Windows,
        ["CanAct"] = http.User.Holds(CalendarRoles.Act),
        ["Problems"] = problems,
        ["Saved"] = http.Request.Query["done"] == "capacity",
    }, problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> ChangeAsync(HttpContext http, CalendarDesk desk, CancellationToken cancellationToken)
    {
        var form = new CalendarForm(await http.Request.ReadFormAsync(cancellationToken), desk.Bookings.Facts, desk.Bookings.Clock.Today);
        var (areas, windows) = (form.Areas(), form.Windows());
        var isOrdinary = form.Text("ordinary").Length > 0;
        var amount = isOrdinary ? default : form.Amount();
        if (!Enum.TryParse<DayOfWeek>(form.Text("weekday"), ignoreCase: true, out var weekday) || !Enum.IsDefined(weekday))
        {
            form.Refuse("请选周几。");
        }

        if (form.Problems.Count > 0)
        {
            return Show(http, desk.Bookings, ShowMonth.AreaOf(form.Text("page"), desk.Bookings.Facts), form.Problems);
        }

        var wish = new ChangeCapacity.Wish(areas[0].Code, null, weekday, windows[0].Code, amount);
        var over = isOrdinary
            ? await ChangeCapacity.ForgetAsync(wish, Actor.Of(http.User), desk, cancellationToken)
            : await ChangeCapacity.RunAsync(wish, form.IsSure, Actor.Of(http.User), desk, cancellationToken);
        var back = $"/console/calendar/capacity/?area={areas[0].Code}";
        return over.Count == 0 || form.IsSure
            ? TypedResults.LocalRedirect(back + "&done=capacity")
            : CapacityQuestion.Show(http, wish, over, desk.Bookings.Facts, "/console/calendar/capacity/", back, isOrdinary);
    }
}
