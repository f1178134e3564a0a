using Jizhou.Public.Api.Platform.Formats;

namespace Jizhou.Public.Api.Sorting.Missing;

/// <summary>What people asked for in vain as a table, for the editors of the dictionary.</summary>
public static class MissingTable
{
    /// <summary>At most so many are listed.</summary>
    public const int Most = 1_000;

    /// <summary>A row each; what the words find today and the names most like them stand beside.</summary>
    public static CsvText Of(IReadOnlyList<MissingItemStore.Row> rows, SortingSnapshot snapshot)
    {
        var table = new CsvText("words", "times", "firstDay", "lastDay", "state", "settledDay", "findsNow", "nearest");
        foreach (var row in rows)
        {
            table.Row(row.Words, row.Times, row.FirstDay, row.LastDay, row.State, row.SettledDay,
                NamesBeside.Now(snapshot, row.Words)?.Text, string.Join('、', NamesBeside.Nearest(snapshot, row.Words).Select(name => name.Text)));
        }

        return table;
    }
}
