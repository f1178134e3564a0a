using System.Text.RegularExpressions;

namespace Jizhou.Public.Content;

/// <summary>Reads data/farm/hand-in.csv.</summary>
internal static partial class HandInFile
{
    private const string File = "data/farm/hand-in.csv";
    private const int MostDays = 31;

    /// <summary>
    /// The weeks by first day; refuses unknown townships and materials, an id given twice, days the wrong way round or of more than a month,
    /// hours that are no span of a day, and a sample without 示例. Empty without the file.
    /// </summary>
    public static IReadOnlyList<HandIn> ReadIfThere(ContentSource source, PlaceVocabulary words, Geography geo)
    {
        if (!System.IO.File.Exists(Path.Combine(source.Root, File)))
        {
            return [];
        }

        HashSet<string> ids = [];
        List<HandIn> all = [];
        foreach (var row in source.Csv(File, "id", "township", "materials", "from", "until", "hours", "where", "lng", "lat", "source", "checked_on", "sample"))
        {
            var one = One(row);
            if (!ids.Add(one.Id))
            {
                row.Report($"the id \"{one.Id}\" is given twice", "give each week an id of its own");
            }

            Check(row, one, words, geo);
            all.Add(one);
        }

        return [.. all.OrderBy(one => one.From).ThenBy(one => one.Id, StringComparer.Ordinal)];
    }

    private static HandIn One(CsvRow row)
    {
        var from = Day(row, "from");
        return new HandIn(row.Text("id"), row.Text("township"), row.Texts("materials"), from, Day(row, "until") is var until && until >= from ? until : Turned(row, from, until),
            row.Text("hours"), row.Text("where"), row.OptionalNumber("lng") is { } lng && row.OptionalNumber("lat") is { } lat ? new GeoPoint(lng, lat) : null,
            row.Text("source"), Day(row, "checked_on"), row.Flag("sample"));
    }

    private static DateOnly Day(CsvRow row, string column)
    {
        if (row.OptionalText(column) is null)
        {
            row.Report($"\"{column}\" is empty", "write a date such as 2026-11-22");
            return default;
        }

        return row.OptionalDate(column) ?? default;
    }

    private static DateOnly Turned(CsvRow row, DateOnly from, DateOnly until)
    {
        if (until != default)
        {
            row.Report($"it ends on {until:yyyy-MM-dd} and begins on {from:yyyy-MM-dd}", "exchange from and until");
        }

        return from;
    }

    private static void Check(CsvRow row, HandIn one, PlaceVocabulary words, Geography geo)
    {
        (bool Wrong, string What, string Mend)[] rules =
        [
            (geo.Township(one.Township) is null, $"unknown township \"{one.Township}\"", "use a code of data/geo/townships.csv"),
            (one.Materials.Count == 0, "it takes nothing", "name materials, separated by spaces"),
            (one.Materials.Any(code => words.Material(code) is null), $"unknown material in \"{string.Join(' ', one.Materials)}\"", "use codes of data/places/materials.yaml"),
            (one.Days.Count > MostDays, $"it lasts {one.Days.Count} days", $"write at most {MostDays} days a line; what is always open is a place"),
            (!Span().IsMatch(one.Hours), $"the hours are \"{one.Hours}\"", "write a span of one day, such as 08:00-11:00"),
            (one.Sample && !one.Where.StartsWith("示例", StringComparison.Ordinal), $"\"{one.Where}\" is a sample and does not say so", "begin it with 示例"),
        ];
        foreach (var (_, what, mend) in rules.Where(rule => rule.Wrong))
        {
            row.Report(what, mend);
        }
    }

    [GeneratedRegex("^([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-4]):[0-5][0-9]$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Span();
}
