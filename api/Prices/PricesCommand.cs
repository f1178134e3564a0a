using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Prices;

/// <summary><c>prices FILE</c> — publishes the prices of a CSV file, all or none, and says what is wrong with which line.</summary>
public static class PricesCommand
{
    /// <summary>How it is called.</summary>
    public const string Usage = "prices FILE";

    /// <summary>Runs it; 0 when they were published, 1 when a line is wrong.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        if (words is not [var file] || !File.Exists(file))
        {
            await Console.Error.WriteLineAsync($"用法：{Usage}");
            return 2;
        }

        var reader = new ReadPrices(services.GetRequiredService<ContentFolder>().Places, services.GetRequiredService<JizhouClock>().Today);
        var (prices, problems) = reader.Table(await File.ReadAllTextAsync(file, cancellationToken));
        foreach (var problem in problems)
        {
            await Console.Error.WriteLineAsync(problem);
        }

        if (problems.Count > 0)
        {
            return 1;
        }

        await services.GetRequiredService<PriceStore>().AddAsync(prices, Actor.CommandLine, cancellationToken);
        Console.WriteLine($"已公布 {prices.Count} 条。");
        return 0;
    }
}
