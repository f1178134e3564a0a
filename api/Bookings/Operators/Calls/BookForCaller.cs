using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Accounts;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Text;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Bookings.Operators.Calls;

/// <summary>
/// GET and POST /console/bookings/new/ — one page on which a dispatcher books for a caller, or a village agent for a resident of an own village: the same
/// engine, the same rules. It works without scripts: every button sends the page and gets it back with what is known now.
/// </summary>
public static class BookForCaller
{
    /// <summary>Maps page and form.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var calls = app.MapGroup("/console/bookings/new").ExcludeFromDescription().RequireRole(DeskReach.Bookers).ChecksForms();
        calls.MapGet("/", async (HttpContext http, BookingDesk desk, OperatorVillages villages, CancellationToken cancellationToken) =>
            await ShowAsync(http, CallForm.New(desk.Facts), await DeskReach.OfAsync(http.User, villages, cancellationToken), desk, FormProblems.None, cancellationToken));
        calls.MapPost("/", HandleAsync);
    }

    private static async Task<IResult> HandleAsync(
        HttpContext http, BookingDesk desk, CallEngine engine, OperatorVillages villages, CancellationToken cancellationToken)
    {
        var raw = await http.Request.ReadFormAsync(cancellationToken);
        var form = CallForm.Of(raw, desk.Facts);
        var reach = await DeskReach.OfAsync(http.User, villages, cancellationToken);
        var isBooking = raw["do"] == "book";
        var (village, problem) = Choose(form, reach, desk.Facts);
        if (village is null)
        {
            return await ShowAsync(http, form, reach, desk, problem, cancellationToken);
        }

        var outside = isBooking ? Missing(form, desk) : FormProblems.None;
        if (!isBooking || outside.Any)
        {
            return await ShowAsync(http, form, reach, desk, outside, cancellationToken);
        }

        var outcome = await engine.BookAsync(form, village, reach, Actor.Of(http.User), cancellationToken);
        return outcome.IsRefused(out var refusal, out var booked)
            ? await ShowAsync(http, form, reach, desk, FormProblems.Of(refusal), cancellationToken)
            : TypedResults.LocalRedirect($"/console/bookings/{booked}/?done=booked");
    }

    // Told together with everything else that is missing; the engine alone would stop at the hold and speak of the phone only later.
    private static FormProblems Missing(CallForm form, BookingDesk desk)
    {
        List<(string, string)> problems = [];
        if (form.Slot.Length == 0)
        {
            problems.Add(("slot", "请选哪天来收。"));
        }

        if (desk.Facts.Booker(form.Class) is { } booker)
        {
            problems.AddRange(Catalogue.ItemLines.Check(form.Wishes, desk.Facts.Book, booker).Refused.Select(refused => ("items", refused.Message)));
        }

        if (form.Address.Trim().Length == 0)
        {
            problems.Add(("address", "请写村里的地址，最好有门牌号，例如“西街12号”。"));
        }

        if (!PhoneNumber.TryParse(form.Phone, out _))
        {
            problems.Add(("phone", "请写 11 位手机号，或带区号的座机号，例如 022-12345678。"));
        }

        return new FormProblems(problems);
    }

    private static (Village? Village, FormProblems Problem) Choose(CallForm form, DeskReach reach, PickupFacts facts)
    {
        if (form.VillageWords.Length == 0)
        {
            return (null, new FormProblems([("village-words", "请写哪个村。")]));
        }

        return form.Villages(reach, facts) switch
        {
            [var village] => (village, FormProblems.None),
            { Count: 0 } when !reach.IsEverywhere => (null, new FormProblems([("village-words", "这个村不归您负责，不能替它约车。请选您负责的村，或请居民打 12345（外地手机 022-12345）。")])),
            { Count: 0 } => (null, new FormProblems([("village-words", $"没有找到“{form.VillageWords}”。请换个写法，例如只写村名里的两个字。")])),
            _ => (null, new FormProblems([("village-words", "有几个村都对得上，请在下面选一个。")])),
        };
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http, CallForm form, DeskReach reach, BookingDesk desk, FormProblems problems, CancellationToken cancellationToken)
    {
        var villages = form.VillageWords.Length == 0 ? [] : form.Villages(reach, desk.Facts);
        var village = villages is [var only] ? only : null;
        var offered = village is null ? OfferedDates.Nothing : await OfferedDates.OfAsync(village.Code, form.Class, form.Wishes, desk, cancellationToken);
        var isForbidden = !reach.IsEverywhere && form.VillageWords.Length > 0 && villages.Count == 0;
        return ConsolePage.Show<CallPage>(http, new Dictionary<string, object?>
        {
            ["Form"] = form,
            ["Reach"] = reach,
            ["Facts"] = desk.Facts,
            ["Village"] = village,
            ["Choices"] = village is null ? villages.Take(30).ToList() : [],
            ["Offered"] = offered,
            ["Problems"] = problems,
        }, isForbidden ? StatusCodes.Status403Forbidden : problems.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
