namespace Jizhou.Public.Api.Sorting.Search;

/// <summary>All names, folded once, with the structures that every way of matching reads. Immutable.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<char, int[]> _namesWith;
    private readonly Dictionary<char, string> _syllables;

    /// <summary>Folds and sorts the names; <paramref name="items"/> is the number of items they lead to.</summary>
    public NameTable(IReadOnlyList<SearchName> names, int items, TextFold fold, IReadOnlyDictionary<char, string> readings)
    {
        Items = items;
        Item = [.. names.Select(n => n.Item)];
        Source = [.. names.Select(n => n.Source)];
        Text = [.. names.Select(n => fold.Fold(n.Text))];
        Characters = [.. Text.Select(t => t.Distinct().Count())];
        var syllables = names.Select((n, i) => Syllables(n.Pinyin, fold, Text[i])).ToArray();
        Pinyin = [.. syllables.Select(s => string.Concat(s))];
        Initials = [.. syllables.Select(s => string.Concat(s.Select(one => one[0])))];
        ByText = SortedStarts.OfWholes(Text);
        ByPinyin = SortedStarts.OfWholes(Pinyin);
        ByReversedPinyin = SortedStarts.OfWholes([.. Pinyin.Select(Reversed)]);
        BySyllable = SortedStarts.OfEach(Pinyin, [.. syllables.Select(Starts)]);
        ByInitial = SortedStarts.OfEach(Initials, [.. Initials.Select(t => Enumerable.Range(0, t.Length).ToArray())]);
        _namesWith = Postings(Text);
        _syllables = Readings(Text, syllables, readings);
    }

    /// <summary>Number of items.</summary>
    public int Items { get; }

    /// <summary>Number of names.</summary>
    public int Count => Text.Length;

    /// <summary>Item of each name.</summary>
    public int[] Item { get; }

    /// <summary>Source of each name.</summary>
    public NameSource[] Source { get; }

    /// <summary>Folded text of each name.</summary>
    public string[] Text { get; }

    /// <summary>Number of different characters in each name.</summary>
    public int[] Characters { get; }

    /// <summary>Joined pinyin of each name; empty when unknown.</summary>
    public string[] Pinyin { get; }

    /// <summary>First letters of each name's syllables.</summary>
    public string[] Initials { get; }

    public SortedStarts ByText { get; }

    public SortedStarts ByPinyin { get; }

    public SortedStarts ByReversedPinyin { get; }

    public SortedStarts BySyllable { get; }

    public SortedStarts ByInitial { get; }

    /// <summary>The names that hold a character, ascending.</summary>
    public ReadOnlySpan<int> NamesWith(char character) => _namesWith.GetValueOrDefault(character);

    /// <summary>How a character is read alone, else in some name; null when neither is known.</summary>
    public string? SyllableOf(char character) => _syllables.GetValueOrDefault(character);

    // Syllables stand for characters one by one only when their number fits; a name in Latin letters is its own syllable.
    private static string[] Syllables(string pinyin, TextFold fold, string text)
    {
        var syllables = pinyin.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(fold.Fold).Where(s => s.Length > 0).ToArray();
        return syllables.Length == 0 && text.All(char.IsAsciiLetterOrDigit) && text.Length > 0 ? [text] : syllables;
    }

    private static int[] Starts(string[] syllables)
    {
        var place = 0;
        var starts = new int[syllables.Length];
        for (var i = 0; i < syllables.Length; i++)
        {
            starts[i] = place;
            place += syllables[i].Length;
        }

        return starts;
    }

    private static string Reversed(string text)
    {
        var letters = text.ToCharArray();
        Array.Reverse(letters);
        return new string(letters);
    }

    private static Dictionary<char, int[]> Postings(string[] texts) => texts
        .SelectMany((text, name) => text.Distinct().Select(character => (character, name)))
        .GroupBy(p => p.character, p => p.name)
        .ToDictionary(g => g.Key, g => g.ToArray());

    private static Dictionary<char, string> Readings(string[] texts, string[][] syllables, IReadOnlyDictionary<char, string> known)
    {
        Dictionary<char, string> readings = new(known);
        for (var name = 0; name < texts.Length; name++)
        {
            for (var i = 0; texts[name].Length == syllables[name].Length && i < texts[name].Length; i++)
            {
                readings.TryAdd(texts[name][i], syllables[name][i]);
            }
        }

        return readings;
    }
}
