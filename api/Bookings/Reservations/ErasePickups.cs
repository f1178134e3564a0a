using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Security;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>
/// Erases the personal data of bookings whose pickup lies longer back than the rules keep it (<c>keepDays</c>, as the
/// privacy page promises). Label, slot and what was collected stay for the statistics; nothing leads back to a person.
/// </summary>
public sealed class ErasePickups(IDatabase database, PickupFacts facts, JizhouClock clock) : IExpiringData
{
    /// <inheritdoc />
    public (string Chinese, string English) Name => ("个预约的个人信息", "bookings");

    /// <inheritdoc />
    public Task<int> EraseAsync(CancellationToken cancellationToken)
    {
        var until = SlotStore.Day(clock.Today.AddDays(-facts.Book.Rules.KeepDays));
        return database.WriteAsync(tx => EraseAsync(tx, until), cancellationToken);
    }

    // The keyed hashes go too: whoever holds the key could still ask them about a phone or an address.
    private static async Task<int> EraseAsync(DbTransaction transaction, string until)
    {
        var connection = transaction.Connection!;
        await connection.ExecuteAsync(
            "DELETE FROM booking_token WHERE reference IN (SELECT reference FROM booking WHERE secret IS NOT NULL AND day <= @until)", new { until }, transaction);
        await connection.ExecuteAsync(
            "DELETE FROM booking_answer WHERE reference IN (SELECT reference FROM booking WHERE secret IS NOT NULL AND day <= @until)", new { until }, transaction);
        await connection.ExecuteAsync(
            "DELETE FROM booking_stop WHERE slot IN (SELECT slot FROM booking_slot WHERE day <= @until)", new { until }, transaction);
        await connection.ExecuteAsync(
            "DELETE FROM booking_hold WHERE slot IN (SELECT slot FROM booking_slot WHERE day <= @until)", new { until }, transaction);
        await connection.ExecuteAsync("UPDATE booking_missed SET secret = NULL WHERE secret IS NOT NULL AND day <= @until", new { until }, transaction);
        await connection.ExecuteAsync("DELETE FROM result_photo WHERE result IN (SELECT id FROM booking_result WHERE day <= @until)", new { until }, transaction);
        await connection.ExecuteAsync("UPDATE booking_result SET secret = NULL WHERE secret IS NOT NULL AND day <= @until", new { until }, transaction);
        return await connection.ExecuteAsync(
            "UPDATE booking SET secret = NULL, phone_key = '', ending_key = '', address_key = '' WHERE secret IS NOT NULL AND day <= @until", new { until }, transaction);
    }
}
