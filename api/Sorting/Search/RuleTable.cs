using System.Runtime.InteropServices;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Sorting.Search;

/// <summary>
/// Judges by the last word: …电池, …壳, …瓶; a rule may ask for a word before it (碎…玻璃, 农药…瓶). Rules with such a word
/// go first, in the order of the file; among the others the longest ending wins, then the earlier rule.
/// </summary>
internal sealed class RuleTable
{
    private readonly Dictionary<char, Ending[]> _byLast;

    /// <summary>Builds the table; the words are folded like names.</summary>
    public RuleTable(IReadOnlyList<SortingRule> rules, TextFold fold)
    {
        Answers = [.. rules.Select(r => r.Category is not null)];
        var endings = rules.SelectMany((r, i) => r.Ends.Select(end => new Ending(i, fold.Fold(end), [.. r.With.Select(fold.Fold)], [.. r.From])));
        _byLast = endings.GroupBy(e => e.Text[^1]).ToDictionary(g => g.Key, g => g.ToArray());
    }

    /// <summary>Does the rule at a position answer, or is it an exception?</summary>
    public bool[] Answers { get; }

    /// <summary>
    /// Position of the rule that holds for a thing, or −1. <paramref name="known"/> is where a known name begins that the thing ends in (its
    /// length when it ends in none) and <paramref name="category"/> what the dictionary says of it: then only a word before that name can change that.
    /// </summary>
    public int Best(ReadOnlySpan<char> thing, int known, string? category)
    {
        Ending? best = null;
        foreach (var ending in _byLast.GetValueOrDefault(thing[^1], []))
        {
            if (thing.EndsWith(ending.Text) && MayChange(ending, category) && Holds(ending, thing[..Math.Min(known, thing.Length - ending.Text.Length)], known < thing.Length) && Before(ending, best))
            {
                best = ending;
            }
        }

        return best is { } found && Answers[found.Rule] ? found.Rule : -1;
    }

    private static bool MayChange(Ending ending, string? category) => category is null || ending.From.Length == 0 || ending.From.Contains(category);

    private static bool Holds(Ending ending, ReadOnlySpan<char> before, bool isKnown)
    {
        foreach (var word in ending.With)
        {
            if (before.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return ending.With.Length == 0 && !isKnown;
    }

    private static bool Before(Ending one, Ending? other)
    {
        if (other is not { } known)
        {
            return true;
        }

        if (one.With.Length > 0 || known.With.Length > 0)
        {
            return one.With.Length > 0 && (known.With.Length == 0 || one.Rule < known.Rule);
        }

        return one.Text.Length != known.Text.Length ? one.Text.Length > known.Text.Length : one.Rule < known.Rule;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Ending(int Rule, string Text, string[] With, string[] From);
}
