using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places;

/// <summary>What the codes of a place mean and when holidays are: the parts of the content that answers about places lean on.</summary>
public sealed class PlaceWords
{
    private readonly Geography _geo;
    private readonly PlaceVocabulary _vocabulary;
    private readonly HolidayCalendar _calendar;
    private readonly Dictionary<string, int> _materialBits = [];
    private readonly Dictionary<string, int> _kindBits = [];

    /// <summary>Takes the content's vocabulary, geography and calendar; at most 64 materials and 64 kinds fit.</summary>
    public PlaceWords(PlaceVocabulary vocabulary, Geography geo, HolidayCalendar calendar)
    {
        (_vocabulary, _geo, _calendar) = (vocabulary, geo, calendar);
        if (vocabulary.Materials.Count > 64 || vocabulary.Kinds.Count > 64)
        {
            throw new ArgumentException("Filters hold one bit a material and kind: 64 at most. Widen PlaceEntry.Materials first.", nameof(vocabulary));
        }

        foreach (var material in vocabulary.Materials)
        {
            _materialBits[material.Code] = _materialBits.Count;
        }

        foreach (var kind in vocabulary.Kinds)
        {
            _kindBits[kind.Code] = _kindBits.Count;
        }
    }

    /// <summary>All kinds and materials.</summary>
    public PlaceVocabulary Vocabulary => _vocabulary;

    /// <summary>Townships and villages.</summary>
    public Geography Geo => _geo;

    /// <summary>What kind of day a day is: holiday, make-up day or neither.</summary>
    public DayState StateOf(DateOnly day) => _calendar.StateOf(day);

    /// <summary>The number of a material's bit, or null for an unknown code.</summary>
    public int? MaterialBit(string code) => _materialBits.TryGetValue(code, out var bit) ? bit : null;

    /// <summary>The number of a kind's bit, or null for an unknown code.</summary>
    public int? KindBit(string code) => _kindBits.TryGetValue(code, out var bit) ? bit : null;

    /// <summary>One bit for each known material.</summary>
    public ulong MaterialMask(IEnumerable<string> codes) =>
        codes.Aggregate(0UL, (mask, code) => MaterialBit(code) is { } bit ? mask | (1UL << bit) : mask);

    /// <summary>Names of materials, joined for reading: 废纸、废塑料; an unknown code stands as it is.</summary>
    public string MaterialNames(IEnumerable<string> codes) =>
        string.Join("、", codes.Select(code => _vocabulary.Material(code)?.Name ?? code));

    /// <summary>The name of a kind; an unknown code stands as it is.</summary>
    public string KindName(string code) => _vocabulary.Kind(code)?.Name ?? code;
}
