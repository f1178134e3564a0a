using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Sorting;

/// <summary><c>sorting measure FILE</c> — how the dictionary does against a list of somebody else's.</summary>
public static class SortingCommand
{
    /// <summary>How it is called.</summary>
    public const string Usage = "sorting measure FILE [--numbers 0=recyclable,1=hazardous,…]";

    /// <summary>Runs it; 0 when the file could be read.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
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
