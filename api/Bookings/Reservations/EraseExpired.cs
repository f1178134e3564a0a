using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Bookings.Reservations;

/// <summary>
/// Erases the personal data of bookings whose pickup lies longer back than the rules keep it (<c>keepDays</c>, as the
/// privacy page promises). Label, slot and what was collected stay for the statistics; nothing leads back to a person.
/// </summary>
public sealed partial class EraseExpired(IDatabase database, PickupFacts facts, JizhouClock clock, ILogger<EraseExpired> log) : BackgroundService
{
    /// <summary>How the command is written.</summary>
    public const string Usage = "erase-expired";

    private static readonly TimeSpan Every = TimeSpan.FromHours(6);

    /// <summary><c>-- erase-expired</c>: erases now and says how many bookings it concerned.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var erased = await services.GetRequiredService<EraseExpired>().EraseAsync(cancellationToken);
        Console.WriteLine($"已删除 {erased} 个预约的个人信息（erased the personal data of {erased} bookings）。");
        return 0;
    }

    /// <summary>Erases what is due; answers how many bookings this call erased. A second call finds nothing.</summary>
    public Task<int> EraseAsync(CancellationToken cancellationToken)
    {
        var until = SlotStore.Day(clock.Today.AddDays(-facts.Book.Rules.KeepDays));
        return database.WriteAsync(tx => EraseAsync(tx, until), cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        do
        {
            try
            {
                Erased(log, await EraseAsync(stoppingToken));
            }
            catch (RefusedException refused)
            {
                Postponed(log, refused.Refusal.Code);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
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
        return await connection.ExecuteAsync(
            "UPDATE booking SET secret = NULL, phone_key = '', ending_key = '', address_key = '' WHERE secret IS NOT NULL AND day <= @until", new { until }, transaction);
    }

    [LoggerMessage(1, LogLevel.Information, "Personal data of {Count} bookings erased")]
    private static partial void Erased(ILogger log, int count);

    [LoggerMessage(2, LogLevel.Warning, "Personal data is erased later: {Code}")]
    private static partial void Postponed(ILogger log, string code);
}
