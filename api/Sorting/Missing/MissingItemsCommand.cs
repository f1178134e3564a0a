using System.Text;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Sorting.Missing;

/// <summary><c>missing-items [FILE]</c> — what people asked for in vain, as CSV, for the editors of the dictionary.</summary>
public static class MissingItemsCommand
{
    /// <summary>How it is called.</summary>
    public const string Usage = "missing-items [FILE]";

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        if (words.Count > 1)
        {
            await Console.Error.WriteLineAsync($"用法：{Usage}");
            return 2;
        }

        var rows = await services.GetRequiredService<IDatabase>().ReadAsync(c => MissingItemStore.ListAsync(c, MissingTable.Most), cancellationToken);
        var snapshot = SortingSnapshot.Build(services.GetRequiredService<ContentFolder>());
        var bytes = MissingTable.Of(rows, snapshot).ToUtf8(withMark: words.Count == 1);
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
