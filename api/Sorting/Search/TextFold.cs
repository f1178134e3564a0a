namespace Jizhou.Public.Api.Sorting.Search;

/// <summary>
/// Brings any way of writing a name to one form: full width → half width, capitals → small, traditional → simplified,
/// pinyin tone marks off, blanks and punctuation out. One table look-up a character, so that a search allocates nothing.
/// </summary>
public sealed class TextFold
{
    private const string ToneMarks = "āaáaǎaàaēeéeěeèeīiíiǐiìiōoóoǒoòoūuúuǔuùuüvǖvǘvǚvǜvńnňnǹn";
    private readonly char[] _folded = new char[char.MaxValue + 1];
    private readonly bool[] _traditional = new bool[char.MaxValue + 1];

    /// <summary>Builds the table from pairs of a traditional character and its simplified form.</summary>
    public TextFold(IEnumerable<KeyValuePair<char, char>> simplified)
    {
        KeepLettersAndDigits();
        Keep('\u3400', '\u4DBF');
        Keep('\u4E00', '\u9FFF');
        _folded['〇'] = '〇';
        for (var i = 0; i < ToneMarks.Length; i += 2)
        {
            _folded[ToneMarks[i]] = _folded[char.ToUpperInvariant(ToneMarks[i])] = ToneMarks[i + 1];
        }

        foreach (var (traditional, plain) in simplified)
        {
            _folded[traditional] = plain;
            _traditional[traditional] = true;
        }
    }

    /// <summary>
    /// Writes the folded text and gives its length; what does not fit is left out (queries are limited before).
    /// <paramref name="traditional"/> says that a traditional character was among them.
    /// </summary>
    public int Fold(ReadOnlySpan<char> text, Span<char> into, out bool traditional)
    {
        var length = 0;
        traditional = false;
        foreach (var character in text)
        {
            var folded = _folded[character];
            if (folded == '\0' || length == into.Length)
            {
                continue;
            }

            traditional |= _traditional[character];
            into[length++] = folded;
        }

        return length;
    }

    /// <summary>The folded text as a string, for building an index.</summary>
    public string Fold(string text)
    {
        Span<char> folded = stackalloc char[text.Length];
        return folded[..Fold(text, folded, out _)].ToString();
    }

    private void KeepLettersAndDigits()
    {
        const int FullWidth = '\uFF21' - 'A';
        for (var c = '0'; c <= '9'; c++)
        {
            _folded[c] = _folded[c + FullWidth] = c;
        }

        for (var c = 'a'; c <= 'z'; c++)
        {
            var capital = char.ToUpperInvariant(c);
            _folded[c] = _folded[capital] = _folded[c + FullWidth] = _folded[capital + FullWidth] = c;
        }
    }

    private void Keep(char first, char last)
    {
        for (var c = first; c <= last; c++)
        {
            _folded[c] = c;
        }
    }
}
