using System.Text.RegularExpressions;
using Jizhou.Public.Api.Places.Import.Reading;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>The fields a kind of file can have, each with the headers that mean it in Chinese, English, German and French.</summary>
public sealed partial class FieldWords
{
    private readonly Dictionary<string, string> _byHeader;

    /// <summary>Takes the fields; a header may stand for one field only.</summary>
    public FieldWords(IReadOnlyDictionary<string, string[]> fields)
    {
        Fields = fields;
        _byHeader = fields.SelectMany(field => field.Value.Select(header => (header, field.Key))).ToDictionary(pair => pair.header, pair => pair.Key, StringComparer.Ordinal);
    }

    /// <summary>The names of fields, as a mapping file writes them on its left side, with their headers.</summary>
    public IReadOnlyDictionary<string, string[]> Fields { get; }

    /// <summary>The field a header means, or null. A header that begins with _ numbers rows and means nothing.</summary>
    public string? FieldOf(string header)
    {
        if (header.StartsWith('_'))
        {
            return null;
        }

        var word = Fold(header);
        var inner = word.LastIndexOf('.');
        return _byHeader.GetValueOrDefault(word) ?? (inner > 0 && Wrappers().IsMatch(word[..inner]) ? _byHeader.GetValueOrDefault(word[(inner + 1)..]) : null);
    }

    /// <summary>How early a header stands in the list of its field.</summary>
    public int Rank(string field, string header) => Array.IndexOf(Fields[field], Fold(header)) is >= 0 and var at ? at : int.MaxValue;

    /// <summary>The coordinate system that a header names (经度(GCJ-02), 百度纬度), or null.</summary>
    public static string? CrsOf(string header)
    {
        var word = WordMatch.HalfWidth(header).ToLowerInvariant();
        return word switch
        {
            _ when word.Contains("bd09", StringComparison.Ordinal) || word.Contains("bd-09", StringComparison.Ordinal) || word.Contains("百度", StringComparison.Ordinal) => "bd09",
            _ when word.Contains("gcj", StringComparison.Ordinal) || word.Contains("高德", StringComparison.Ordinal) || word.Contains("火星", StringComparison.Ordinal) || word.Contains("腾讯", StringComparison.Ordinal) => "gcj02",
            _ when word.Contains("wgs", StringComparison.Ordinal) => "wgs84",
            _ when Epsg().Match(word) is { Success: true } epsg => epsg.Groups["code"].Value,
            _ when word.Contains("cgcs", StringComparison.Ordinal) || word.Contains("2000", StringComparison.Ordinal) => "cgcs2000",
            _ => null,
        };
    }

    private static string Fold(string header)
    {
        var word = Brackets().Replace(TraditionalLetters.Simplify(WordMatch.HalfWidth(header)), "").ToLowerInvariant();
        return Joints().Replace(word, "").Replace('ö', 'o').Replace('ä', 'a').Replace('ü', 'u').Replace('é', 'e').Replace('è', 'e').Replace("ß", "ss", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]|wgs-?84|gcj-?02|bd-?09|cgcs2000|epsg:?\d{4,5}|2000坐标系?|百度|高德|腾讯|火星", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"[\s_\-*/:·,、'""]+", RegexOptions.None, 1000)]
    private static partial Regex Joints();

    // Objects that only wrap what they hold: properties.name is the name, location.lng the longitude.
    [GeneratedRegex(@"^(properties|attributes|fields|attrs|data|tags|location|position|geo|geometry|coords|coordinates|coordinate|point|gps|latlng|center|centroid|geopoint|loc)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Wrappers();

    [GeneratedRegex(@"epsg[: _-]*(?<code>\d{4,5})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Epsg();
}
