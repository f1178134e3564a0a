using Jizhou.Public.Api.Places.Hours;
using Jizhou.Public.Api.Places.Import.Reading;

namespace Jizhou.Public.Api.Places.Import.Rows;

/// <summary>Reads the hours of rows; most rows of a file say the same few things, which are read once.</summary>
internal sealed class HoursCells(ImportChoices choices, ImportQuestions questions, RowCells cells)
{
    private const int MostKept = 5000;
    private readonly Dictionary<string, (bool IsUnderstood, string? Osm)> _known = new(StringComparer.Ordinal);

    /// <summary>The hours as they are recorded: in the syntax, as somebody decided, or the words that nobody could read.</summary>
    public string Read(string words)
    {
        var (isUnderstood, osm) = Ask(words);
        if (isUnderstood)
        {
            return words;
        }

        if (choices.Hours.TryGetValue(words, out var chosen))
        {
            return chosen ?? words;
        }

        cells.Remark(osm is null
            ? $"时间“{words}”读不懂：记为“时间未知”，原话照样显示"
            : $"时间“{words}”读作 {osm}（{HoursWords.Of(OpeningHours.Parse(osm))}），请核对");
        return osm ?? words;
    }

    /// <summary>Asks about hours that are not in the OpenStreetMap syntax.</summary>
    public (bool IsUnderstood, string? Osm) Ask(string words)
    {
        if (!_known.TryGetValue(words, out var reading))
        {
            var isUnderstood = OpeningHours.Parse(words).IsUnderstood;
            reading = (isUnderstood, isUnderstood ? words : ChineseHours.Translate(words));
            if (_known.Count < MostKept)
            {
                _known[words] = reading;
            }
        }

        if (!reading.IsUnderstood)
        {
            questions.Ask(QuestionAbout.Hours, words, reading.Osm);
        }

        return reading;
    }
}
