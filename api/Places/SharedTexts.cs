namespace Jizhou.Public.Api.Places;

/// <summary>Lets equal texts, and equal lists of codes, be one object while many rows are read. What is too manifold stays as it is.</summary>
internal sealed class SharedTexts
{
    private const int MostShared = 20_000;

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _codes = new(StringComparer.Ordinal);

    /// <summary>The first text that was equal to this one.</summary>
    public string Of(string text)
    {
        if (_texts.TryGetValue(text, out var known))
        {
            return known;
        }

        if (_texts.Count < MostShared)
        {
            _texts.Add(text, text);
        }

        return text;
    }

    /// <summary>The codes of a text that has blanks between them; nobody may change the list.</summary>
    public string[] CodesOf(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return [];
        }

        if (!_codes.TryGetValue(text, out var codes))
        {
            codes = Array.ConvertAll(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), Of);
            if (_codes.Count < MostShared)
            {
                _codes.Add(text, codes);
            }
        }

        return codes;
    }
}
