using System.Text.Json;
using Jizhou.Public.Api.Bookings.Holds;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Text;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Bookings.Operators.Calls;

/// <summary>Makes one booking of one form, by hold and confirmation.</summary>
/// <param name="desk">What decides.</param>
/// <param name="forms">Forms that were sent.</param>
/// <param name="expiry">Gives run-out holds back.</param>
/// <param name="inFlight">Keys that are being answered.</param>
/// <param name="audit">The log.</param>
public sealed class CallEngine(BookingDesk desk, DeskForms forms, HoldExpiry expiry, KeysInFlight inFlight, AuditLog audit)
{
    private const int MostTries = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

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

        var kept = sent.Hold;
        if (kept is null)
        {
            var held = await CreateHold.HoldAsync(form.Hold(village.Code), "operator " + actor.Name, desk, expiry, cancellationToken);
            if (held.IsRefused(out var refusal, out var hold))
            {
                return refusal;
            }

            kept = await forms.KeepAsync(formKey, hold.Hold, cancellationToken);
        }

        return await ConfirmAsync(form, formKey, kept, reach, actor, cancellationToken);
    }

    private async Task<Outcome<string>> ConfirmAsync(CallForm form, string formKey, string hold, DeskReach reach, Actor actor, CancellationToken cancellationToken)
    {
        var request = new ConfirmBooking.Request { Hold = hold, Phone = form.Phone, Name = form.Name, Note = form.Note };
        var outcome = await TryAsync();
        for (var tries = 0; tries < MostTries && outcome.Refusal?.Code == PlatformRefusals.KeyInFlight.Code; tries++)
        {
            await Task.Delay(Pause, cancellationToken); // the other click is being answered: its booking is ours
            outcome = await TryAsync();
        }

        if (outcome.IsRefused(out var refusal, out var confirmed))
        {
            return refusal;
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

        Task<Outcome<ConfirmBooking.Confirmed>> TryAsync() => ConfirmBooking.ConfirmAsync(request, "desk-" + form.Key, desk, inFlight, reach.Channel, cancellationToken);
    }
}
