using Jizhou.Public.Api.Places.Hours;
using Jizhou.Public.Api.Places.Import.Reading;

namespace Jizhou.Public.Api.Places.Import.Rows;

/// <summary>How hours were read that are not in the OpenStreetMap syntax; to be confirmed by whoever imports.</summary>
/// <param name="Words">What stands in the file.</param>
/// <param name="Osm">The same in the syntax; null when it could not be read, then the words are kept and shown.</param>
/// <param name="Meaning">What the syntax says, in Chinese; null when it could not be read.</param>
/// <param name="Rows">How many rows say so.</param>
public sealed record HoursReading(string Words, string? Osm, string? Meaning, int Rows);

/// <summary>Reads the hours of rows; most rows of a file say the same few things, which are read once.</summary>
internal sealed class HoursCells
{
    private const int MostKept = 5000;
    private readonly Dictionary<string, string> _understood = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, HoursReading> _readings = new(StringComparer.Ordinal);
    private int _more;

    /// <summary>What has to be confirmed, by the words of the file.</summary>
    public IReadOnlyCollection<HoursReading> Readings => _readings.Values;

    /// <summary>The same for people.</summary>
    public IEnumerable<string> Notices => _readings.Values.Select(reading => reading.Osm is null
            ? $"时间“{reading.Words}”读不懂：记为“时间未知”，原话照样显示（{reading.Rows} 行）"
            : $"时间“{reading.Words}”读作 {reading.Osm}（{reading.Meaning}），请核对（{reading.Rows} 行）")
        .Concat(_more > 0 ? [$"还有 {_more} 行的时间也是译出来的或读不懂，没有一一列出"] : []);

    /// <summary>The hours as they are recorded.</summary>
    public string Read(string words)
    {
        if (_understood.TryGetValue(words, out var known))
        {
            return known;
        }

        if (_readings.TryGetValue(words, out var reading))
        {
            _readings[words] = reading with { Rows = reading.Rows + 1 };
            return reading.Osm ?? words;
        }

        return OpeningHours.Parse(words).IsUnderstood ? Keep(words) : Translate(words);
    }

    private string Keep(string words)
    {
        if (_understood.Count < MostKept)
        {
            _understood[words] = words;
        }

        return words;
    }

    private string Translate(string words)
    {
        var osm = ChineseHours.Translate(words);
        if (_readings.Count < MostKept)
        {
            _readings[words] = new(words, osm, osm is null ? null : HoursWords.Of(OpeningHours.Parse(osm)), 1);
        }
        else
        {
            _more++;
        }

        return osm ?? words;
    }
}
