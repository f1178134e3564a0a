using System.Text;
using Jizhou.Public.Api.Platform.Formats;
using Jizhou.Public.Api.Platform.Persistence;

namespace Jizhou.Public.Api.Sorting.Missing;

/// <summary><c>missing-items [FILE]</c> — what people asked for in vain, as CSV, for the editors of the dictionary.</summary>
public static class MissingItemsCommand
{
    /// <summary>How it is called.</summary>
    public const string Usage = "missing-items [FILE]";

    private const int Most = 1_000;

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        if (words.Count > 1)
        {
            await Console.Error.WriteLineAsync($"用法：{Usage}");
            return 2;
        }

        var table = new CsvText("words", "times", "firstDay", "lastDay");
        foreach (var row in await services.GetRequiredService<IDatabase>().ReadAsync(c => MissingItemStore.ListAsync(c, Most), cancellationToken))
        {
            table.Row(row.Words, row.Times, row.FirstDay, row.LastDay);
        }

        var bytes = table.ToUtf8(withMark: words.Count == 1);
        if (words.Count == 1)
        {
            await File.WriteAllBytesAsync(words[0], bytes, cancellationToken);
        }
        else
        {
            Console.Write(Encoding.UTF8.GetString(bytes));
        }

        return 0;
    }
}
