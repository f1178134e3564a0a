using System.Text.Json;
using Jizhou.Public.Api.Bookings.Holds;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Accounts;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Text;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Bookings.Operators.Calls;

/// <summary>
/// GET and POST /console/bookings/new/ — one page on which a dispatcher books for a caller, or a village agent for a resident of an own village: the same
/// engine, the same rules. It works without scripts: every button sends the page and gets it back with what is known now.
/// </summary>
public static class BookForCaller
{
    private const int MostTries = 100;

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

    /// <summary>Makes one booking of one form, by hold and confirmation.</summary>
    /// <param name="desk">What decides.</param>
    /// <param name="forms">Forms that were sent.</param>
    /// <param name="expiry">Gives run-out holds back.</param>
    /// <param name="inFlight">Keys that are being answered.</param>
    /// <param name="audit">The log.</param>
    public sealed class CallEngine(BookingDesk desk, DeskForms forms, HoldExpiry expiry, KeysInFlight inFlight, AuditLog audit)
    {
        /// <summary>The reference of the booking, or why there is none. The same form with the same contents answers the same booking again.</summary>
        public async Task<Outcome<string>> BookAsync(CallForm form, Village village, DeskReach reach, Actor actor, CancellationToken cancellationToken)
        {
            var formKey = desk.Secrets.Key("desk-form", form.Key);
            var content = desk.Secrets.Key("desk-content", JsonSerializer.Serialize(form with { VillageWords = village.Code, VillageCode = "" }, JsonForm.Options));
            var sent = await forms.SendAsync(formKey, content, cancellationToken);
            if (sent.Reference is { } made)
            {
                return sent.ContentKey == content ? made : BookingRefusals.HoldUsed.Because("这张表已经约好了，没有再约一次。要改，请到那个预约的页面；要替别人约，请重新打开“替人预约”。");
            }

            if (sent.Hold is null)
            {
                var held = await CreateHold.HoldAsync(form.Hold(village.Code), "operator " + actor.Name, desk, expiry, cancellationToken);
                if (held.IsRefused(out var refusal, out var hold))
                {
                    return refusal;
                }

                sent = sent with { Hold = await forms.KeepAsync(formKey, hold.Hold, cancellationToken) };
            }

            return await ConfirmAsync(form, formKey, sent.Hold!, reach, actor, cancellationToken);
        }

        private async Task<Outcome<string>> ConfirmAsync(CallForm form, string formKey, string hold, DeskReach reach, Actor actor, CancellationToken cancellationToken)
        {
            var request = new ConfirmBooking.Request { Hold = hold, Phone = form.Phone, Name = form.Name, Note = form.Note };
            for (var tries = 0; ; tries++)
            {
                var outcome = await ConfirmBooking.ConfirmAsync(request, "desk-" + form.Key, desk, inFlight, reach.Channel, cancellationToken);
                if (outcome.IsRefused(out var refusal, out var confirmed))
                {
                    if (refusal.Code != PlatformRefusals.KeyInFlight.Code || tries == MostTries)
                    {
                        return refusal;
                    }

                    await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken); // the other click is being answered: its booking is ours
                    continue;
                }

                var (label, reference) = (confirmed.Response.Label, SpokenNumber.TryParse(confirmed.Response.Reference, out var number) ? number.Text : "");
                await desk.Database.WriteAsync(async tx =>
                {
                    if (await DeskForms.CloseAsync(tx, formKey, reference))
                    {
                        await audit.NoteAsync(tx, actor, DeskActions.Booked, reference, $"替人预约 {label}");
                    }
                }, cancellationToken);
                return reference;
            }
        }
    }
}
