using Jizhou.Public.Api.Platform.Http;
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
    private readonly Dictionary<string, int> _townshipBits = [];

    /// <summary>Takes the content's vocabulary, geography and calendar; at most 64 materials, kinds and townships fit.</summary>
    public PlaceWords(PlaceVocabulary vocabulary, Geography geo, HolidayCalendar calendar)
    {
        (_vocabulary, _geo, _calendar) = (vocabulary, geo, calendar);
        if (vocabulary.Materials.Count > 64 || vocabulary.Kinds.Count > 64 || geo.Townships.Count > 64)
        {
            throw new ArgumentException("Filters hold one bit a material, kind and township: 64 at most. Widen PlaceEntry.Materials first.", nameof(vocabulary));
        }

        foreach (var material in vocabulary.Materials)
        {
            _materialBits[material.Code] = _materialBits.Count;
        }

        foreach (var kind in vocabulary.Kinds)
        {
            _kindBits[kind.Code] = _kindBits.Count;
        }

        foreach (var township in geo.Townships)
        {
            _townshipBits[township.Code] = _townshipBits.Count;
        }

        Hash = HashOf(vocabulary, geo, calendar);
    }

    /// <summary>Changes whenever a name, a holiday or the outline does.</summary>
    public ulong Hash { get; }

    /// <summary>All kinds and materials.</summary>
    public PlaceVocabulary Vocabulary => _vocabulary;

    /// <summary>Townships and villages.</summary>
    public Geography Geo => _geo;

    /// <summary>What kind of day a day is: holiday, make-up day or neither.</summary>
    public DayState StateOf(DateOnly day) => _calendar.StateOf(day);

    /// <summary>The public holiday or make-up day on a date, or null.</summary>
    public SpecialDay? SpecialDay(DateOnly day) => _calendar.Special(day);

    /// <summary>Whether the holidays of a year are known.</summary>
    public bool KnowsHolidaysOf(int year) => _calendar.IsNoticeOnRecord(year);

    /// <summary>The number of a material's bit, or null for an unknown code.</summary>
    public int? MaterialBit(string code) => _materialBits.TryGetValue(code, out var bit) ? bit : null;

    /// <summary>The same for a piece of an address.</summary>
    internal int? MaterialBit(ReadOnlySpan<char> code) =>
        _materialBits.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(code, out var bit) ? bit : null;

    /// <summary>The number of a kind's bit, or null for an unknown code.</summary>
    public int? KindBit(string code) => _kindBits.TryGetValue(code, out var bit) ? bit : null;

    /// <summary>The same for a piece of an address.</summary>
    internal int? KindBit(ReadOnlySpan<char> code) =>
        _kindBits.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(code, out var bit) ? bit : null;

    /// <summary>The number of a township's bit, or null for an unknown code.</summary>
    public int? TownshipBit(string code) => _townshipBits.TryGetValue(code, out var bit) ? bit : null;

    /// <summary>The same for a piece of an address.</summary>
    internal int? TownshipBit(ReadOnlySpan<char> code) =>
        _townshipBits.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(code, out var bit) ? bit : null;

    /// <summary>One bit for each known material.</summary>
    public ulong MaterialMask(IReadOnlyList<string> codes)
    {
        var mask = 0UL;
        for (var i = 0; i < codes.Count; i++)
        {
            mask |= MaterialBit(codes[i]) is { } bit ? 1UL << bit : 0;
        }

        return mask;
    }

    /// <summary>Names of materials, joined for reading: 废纸、废塑料; an unknown code stands as it is.</summary>
    public string MaterialNames(IEnumerable<string> codes) =>
        string.Join("、", codes.Select(code => _vocabulary.Material(code)?.Name ?? code));

    /// <summary>The name of a kind; an unknown code stands as it is.</summary>
    public string KindName(string code) => _vocabulary.Kind(code)?.Name ?? code;

    private static ulong HashOf(PlaceVocabulary vocabulary, Geography geo, HolidayCalendar calendar)
    {
        var hash = default(ContentHash);
        foreach (var name in vocabulary.Kinds.Select(kind => kind.Name)
            .Concat(vocabulary.Materials.Select(material => $"{material.Code} {material.Name} {string.Join(' ', material.Aliases)}"))
            .Concat(geo.Townships.Select(township => township.Name))
            .Concat(geo.Villages.Select(village => village.Name))
            .Concat(calendar.Days.Select(day => day.ToString())))
        {
            hash.Add(name);
        }

        foreach (var corner in geo.Boundary)
        {
            hash.Add(corner.Lng);
            hash.Add(corner.Lat);
        }

        return hash.Value;
    }
}
