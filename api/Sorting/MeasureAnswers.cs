using Jizhou.Public.Api.Sorting.Search;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Sorting;

/// <summary>
/// <c>sorting measure FILE</c> — puts somebody else's list (lines of <c>item,category</c>) through the dictionary and tells how many things were
/// found, by name or only probably, how many answers differ, and which.
/// </summary>
public static class MeasureAnswers
{
    /// <summary>What became of one line.</summary>
    public enum Outcome
    {
        /// <summary>Found by a name, same category.</summary>
        Exact,

        /// <summary>Found by a rule, a part or a slip, same category.</summary>
        Probable,

        /// <summary>Found, with a way of its own (大件, 装修, 农业, 专门) where the list knows the four bins only.</summary>
        OwnWay,

        /// <summary>Found, but another category.</summary>
        Wrong,

        /// <summary>Not found.</summary>
        NotFound,
    }

    /// <summary>One line of the list with our answer; empty when there is none.</summary>
    public sealed record Line(string Item, string Expected, string Answer, string By, Outcome Outcome);

    /// <summary>Measures each thing of a list; expected categories are codes.</summary>
    public static IReadOnlyList<Line> Measure(IEnumerable<(string Item, string Category)> list, SortingSnapshot snapshot) =>
        [.. list.Select(entry => Measure(entry.Item, entry.Category, snapshot))];

    /// <summary>Reads a list: item and category separated by a comma or a tab, the category as code, as Chinese word or as a number by <paramref name="numbers"/> ("0=recyclable,1=hazardous").</summary>
    public static IEnumerable<(string Item, string Category)> Read(IEnumerable<string> lines, string numbers)
    {
        var codes = numbers.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(n => n.Split('=')).Where(n => n.Length == 2).ToDictionary(n => n[0].Trim(), n => n[1].Trim());
        foreach (var line in lines)
        {
            var cells = line.Split([',', '\t', '，'], 3);
            if (cells.Length >= 2 && CategoryWords.Code(codes.GetValueOrDefault(cells[1].Trim(), cells[1].Trim())) is { } code)
            {
                yield return (cells[0].Trim().Trim('"'), code);
            }
        }
    }

    private static Line Measure(string item, string expected, SortingSnapshot snapshot)
    {
        var hits = new SearchHit[1];
        if (item.Length > ItemSearch.LongestQuery || snapshot.Search.Find(item, hits) == 0)
        {
            return new Line(item, expected, "", "", Outcome.NotFound);
        }

        var (answer, by) = (snapshot.CategoryOf(hits[0]), hits[0].Match.Code());
        var named = hits[0].Item >= 0 && snapshot.Search.Same(item, snapshot.Names[hits[0].Name].Text);
        return new Line(item, expected, answer, by, Judge(answer, expected, named));
    }

    private static Outcome Judge(string answer, string expected, bool named)
    {
        if (answer != expected)
        {
            return CategoryWords.IsHousehold(expected) && !CategoryWords.IsHousehold(answer) ? Outcome.OwnWay : Outcome.Wrong;
        }

        return named ? Outcome.Exact : Outcome.Probable;
    }
}
