using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Bookings.Holds;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Security;

namespace Jizhou.Public.Api.Bookings.Operators.Calls;

/// <summary>What became of a form that was sent.</summary>
/// <param name="ContentKey">Keyed hash of what stood in it.</param>
/// <param name="Hold">The slot kept for it; null while none is.</param>
/// <param name="Reference">The booking it became; null while it is none.</param>
public sealed record SentForm(string ContentKey, string? Hold, string? Reference);

/// <summary>
/// Remembers forms of the desk for a day, so that a double click, a reload or two processes make one booking of one form. A form that failed may be
/// sent again with other contents; one that became a booking may not.
/// </summary>
public sealed class DeskForms(IDatabase database, JizhouClock clock) : IExpiringData
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    /// <inheritdoc />
    public (string Chinese, string English) Name => ("份代约表单的记号", "desk forms");

    /// <summary>Notes that a form was sent; answers what became of it. A hold that was kept for other contents is given back.</summary>
    public Task<SentForm> SendAsync(string formKey, string contentKey, CancellationToken cancellationToken) => database.WriteAsync(async tx =>
    {
        await Gate.PassAsync(tx, database.Dialect, "desk-form " + formKey);
        await tx.Open().ExecuteAsync("""
            INSERT INTO booking_desk_form (form_key, content_key, hold, reference, made_at) VALUES (@formKey, @contentKey, NULL, NULL, @at) ON CONFLICT (form_key) DO NOTHING
            """, new { formKey, contentKey, at = clock.Now.ToUnixTimeMilliseconds() }, tx);
        var sent = await FindAsync(tx, formKey);
        if (sent.ContentKey == contentKey || sent.Reference is not null)
        {
            return sent;
        }

        await tx.Open().ExecuteAsync("UPDATE booking_desk_form SET content_key = @contentKey, hold = NULL WHERE form_key = @formKey", new { formKey, contentKey }, tx);
        await GiveBackAsync(tx, sent.Hold);
        return new SentForm(contentKey, null, null);
    }, cancellationToken);

    /// <summary>Notes the hold of a form, unless another sending of it was faster: then this one is given back, and the other's is answered.</summary>
    public Task<string> KeepAsync(string formKey, string hold, CancellationToken cancellationToken) => database.WriteAsync(async tx =>
    {
        await Gate.PassAsync(tx, database.Dialect, "desk-form " + formKey);
        var sent = await FindAsync(tx, formKey);
        if (sent.Hold is { } first)
        {
            await GiveBackAsync(tx, hold);
            return first;
        }

        await tx.Open().ExecuteAsync("UPDATE booking_desk_form SET hold = @hold WHERE form_key = @formKey", new { formKey, hold }, tx);
        return hold;
    }, cancellationToken);

    /// <summary>Notes the booking of a form in a transaction; true for the first who does.</summary>
    public static async Task<bool> CloseAsync(DbTransaction transaction, string formKey, string reference) => await transaction.Open().ExecuteAsync(
        "UPDATE booking_desk_form SET reference = @reference WHERE form_key = @formKey AND reference IS NULL", new { formKey, reference }, transaction) == 1;

    /// <inheritdoc />
    public Task<int> EraseAsync(CancellationToken cancellationToken) => database.WriteAsync(tx => tx.Open().ExecuteAsync(
        "DELETE FROM booking_desk_form WHERE made_at < @before", new { before = (clock.Now - KeptFor).ToUnixTimeMilliseconds() }, tx), cancellationToken);

    private static Task<SentForm> FindAsync(DbTransaction tx, string formKey) => tx.Open().QuerySingleAsync<SentForm>(
        "SELECT content_key AS ContentKey, hold AS Hold, reference AS Reference FROM booking_desk_form WHERE form_key = @formKey", new { formKey }, tx);

    private static async Task GiveBackAsync(DbTransaction tx, string? hold)
    {
        if (hold is not null && await HoldStore.FindAsync(tx.Connection!, hold, tx) is { } kept && await HoldStore.ChangeAsync(tx, hold, "released", "held"))
        {
            await SlotStore.ReleaseAsync(tx, kept.Place);
        }
    }
}
