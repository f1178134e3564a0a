using System.Text.RegularExpressions;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import.Reading;

/// <summary>Reads lists of materials as people write them: 废纸、塑料瓶/旧衣服.</summary>
public sealed partial class MaterialWords
{
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);
    private readonly PlaceVocabulary _vocabulary;

    /// <summary>Takes names, synonyms and the plan's words from the vocabulary.</summary>
    public MaterialWords(PlaceVocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        foreach (var material in vocabulary.Materials)
        {
            foreach (var word in (string[])[material.Code, material.Name, .. material.Aliases, .. material.PlanNames])
            {
                _codes.TryAdd(WordMatch.Fold(word), material.Code);
            }
        }
    }

    /// <summary>The codes in the order in which they were written, once each, and the words nobody knows.</summary>
    public (IReadOnlyList<string> Codes, IReadOnlyList<string> Unknown) Read(string text)
    {
        List<string> codes = [];
        List<string> unknown = [];
        foreach (var piece in Separators().Split(text).Select(piece => piece.Trim()).Where(piece => piece.Length > 0))
        {
            if (Find(piece) is { Count: > 0 } found)
            {
                codes.AddRange(found);
            }
            else
            {
                unknown.Add(piece);
            }
        }

        return ([.. codes.Distinct(StringComparer.Ordinal)], unknown);
    }

    /// <summary>The name of the nearest known material, or null.</summary>
    public string? Suggest(string word) => WordMatch.Nearest(word, _vocabulary.Materials.SelectMany(material => (string[])[material.Name, .. material.Aliases])) is { } near
        ? _vocabulary.Material(_codes[WordMatch.Fold(near)])!.Name
        : null;

    private List<string> Find(string piece)
    {
        var word = WordMatch.Fold(Brackets().Replace(piece, ""));
        if ((Known(word) ?? Known(Rest().Replace(word, ""))) is { } code)
        {
            return [code];
        }

        var codes = word.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Known).ToList();
        if (codes.TrueForAll(one => one is not null))
        {
            return [.. codes.OfType<string>()]; // codes stand between blanks in exports
        }

        var parts = word.Split((char[])[' ', '_', '-', '和', '及', '与'], StringSplitOptions.RemoveEmptyEntries);
        var found = parts.Select(part => Known(part) ?? Known(part.TrimEnd('s'))).ToList();
        var isPhrase = char.IsAsciiLetter(word.FirstOrDefault()); // "Paper Bank": one known word is enough
        return isPhrase || found.TrueForAll(one => one is not null) ? [.. found.OfType<string>()] : [];
    }

    private string? Known(string word) =>
        _codes.GetValueOrDefault(word) ?? _codes.GetValueOrDefault("废" + word) ?? _codes.GetValueOrDefault("废旧" + word);

    [GeneratedRegex("[、，,/;；|+\\r\\n]", RegexOptions.None, 1000)]
    private static partial Regex Separators();

    [GeneratedRegex("[（(][^）)]*[）)]", RegexOptions.None, 1000)]
    private static partial Regex Brackets();

    [GeneratedRegex("^(各类|各种|生活|废旧|废|旧)|(等|类|制品)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rest();
}
