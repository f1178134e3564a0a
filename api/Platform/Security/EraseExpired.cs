using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Platform.Security;

/// <summary>Erases, every six hours and by command, the personal data whose time is up in every feature.</summary>
public sealed partial class EraseExpired(IEnumerable<IExpiringData> kept, IDatabaseStart database, ILogger<EraseExpired> log) : BackgroundService
{
    /// <summary>How the command is written.</summary>
    public const string Usage = "erase-expired";

    private static readonly TimeSpan Every = TimeSpan.FromHours(6);

    /// <summary><c>-- erase-expired</c>: erases now and says what it concerned.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        foreach (var data in services.GetServices<IExpiringData>())
        {
            var erased = await data.EraseAsync(cancellationToken);
            Console.WriteLine($"已删除 {erased} {data.Name.Chinese}（erased the personal data of {erased} {data.Name.English}）。");
        }

        await services.GetRequiredService<IDatabaseStart>().TidyAsync(cancellationToken);
        return 0;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        do
        {
            foreach (var data in kept)
            {
                await EraseAsync(data, stoppingToken);
            }

            await database.TidyAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task EraseAsync(IExpiringData data, CancellationToken cancellationToken)
    {
        try
        {
            Erased(log, await data.EraseAsync(cancellationToken), data.Name.English);
        }
        catch (RefusedException refused)
        {
            Postponed(log, data.Name.English, refused.Refusal.Code);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Personal data of {Count} {Name} erased")]
    private static partial void Erased(ILogger log, int count, string name);

    [LoggerMessage(2, LogLevel.Warning, "Personal data of {Name} is erased later: {Code}")]
    private static partial void Postponed(ILogger log, string name, string code);
}
