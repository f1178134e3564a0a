using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Sorting;

/// <summary><c>sorting measure FILE</c> — how the dictionary does against a list of somebody else's; <c>sorting draw SEED COUNT</c> — items drawn at random, to be read by a person.</summary>
public static class SortingCommand
{
    /// <summary>How it is called.</summary>
    public const string Usage = "sorting measure FILE [--numbers 0=recyclable,1=hazardous,…] | sorting draw SEED COUNT";

    /// <summary>Runs it; 0 when the file could be read.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        if (words is ["draw", var seed, var count] && int.TryParse(seed, out var drawnBy) && int.TryParse(count, out var many))
        {
            Draw(services.GetRequiredService<ContentFolder>().Sorting, drawnBy, many);
            return 0;
        }

        if (words is not ["measure", var file, ..] || !File.Exists(file) || words.Count is not (2 or 4) || words.Count == 4 && words[2] != "--numbers")
        {
            await Console.Error.WriteLineAsync($"用法：{Usage}");
            return 2;
        }

        var snapshot = SortingSnapshot.Build(services.GetRequiredService<ContentFolder>());
        var list = MeasureAnswers.Read(await File.ReadAllLinesAsync(file, cancellationToken), words.Count == 4 ? words[3] : "").ToList();
        var lines = MeasureAnswers.Measure(list, snapshot);
        foreach (var line in Report(lines))
        {
            Console.WriteLine(line);
        }

        return 0;
    }

    // The same seed draws the same items as long as the ids stay; their order in the files does not matter.
    private static void Draw(SortingCatalogue catalogue, int seed, int count)
    {
        var items = catalogue.Items.OrderBy(item => item.Id, StringComparer.Ordinal).ToArray();
#pragma warning disable S2245 // a seed makes the draw repeatable
        new Random(seed).Shuffle(items);
#pragma warning restore S2245
        foreach (var item in items.Take(count))
        {
            Console.WriteLine(string.Join('\t', item.Id, item.Name, string.Join('、', item.Aliases), item.Category, item.Basis, item.Reason, item.Prepare));
        }
    }

    private static IEnumerable<string> Report(IReadOnlyList<MeasureAnswers.Line> lines)
    {
        int Count(MeasureAnswers.Outcome outcome) => lines.Count(l => l.Outcome == outcome);
        var found = lines.Count - Count(MeasureAnswers.Outcome.NotFound);
        var wrong = Count(MeasureAnswers.Outcome.Wrong);
        yield return $"lines {lines.Count}; found {found} ({Share(found, lines.Count)}); of these exact {Count(MeasureAnswers.Outcome.Exact)}, probable {Count(MeasureAnswers.Outcome.Probable)}, "
            + $"own way {Count(MeasureAnswers.Outcome.OwnWay)}, wrong {wrong}; not found {lines.Count - found}; equal {Share(found - wrong, found)} of found";
        foreach (var line in lines.Where(l => l.Outcome is MeasureAnswers.Outcome.Wrong or MeasureAnswers.Outcome.OwnWay or MeasureAnswers.Outcome.NotFound).OrderBy(l => l.Outcome))
        {
            yield return $"{line.Outcome}\t{line.Item}\texpected {line.Expected}\tanswered {line.Answer}\tby {line.By}";
        }
    }

    private static string Share(int part, int whole) => whole == 0 ? "–" : (100m * part / whole).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture) + " %";
}
