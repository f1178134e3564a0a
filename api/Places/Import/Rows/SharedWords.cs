namespace Jizhou.Public.Api.Places.Import.Rows;

/// <summary>Words that many rows share (kinds, villages, hours): they are written as a number and stand once. What is too manifold is written out.</summary>
internal sealed class SharedWords
{
    private const int MostShared = 20_000;
    private const int Nothing = 0;
    private const int WrittenOut = 1;
    private const int FirstNumber = 2;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];

    /// <summary>Writes a word, or that there is none.</summary>
    public void Write(BinaryWriter pen, string? word)
    {
        var number = word is null ? Nothing : Number(word);
        pen.Write7BitEncodedInt(number);
        if (number == WrittenOut)
        {
            pen.Write(word!);
        }
    }

    /// <summary>The word that was written.</summary>
    public string? Read(BinaryReader reader) => reader.Read7BitEncodedInt() switch
    {
        Nothing => null,
        WrittenOut => reader.ReadString(),
        var number => _words[number - FirstNumber],
    };

    private int Number(string word)
    {
        if (_numbers.TryGetValue(word, out var known))
        {
            return known;
        }

        if (_words.Count == MostShared)
        {
            return WrittenOut;
        }

        var number = FirstNumber + _words.Count;
        _words.Add(word);
        _numbers[word] = number;
        return number;
    }
}
