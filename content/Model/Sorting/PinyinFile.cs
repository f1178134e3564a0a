using System.Text.RegularExpressions;

namespace Jizhou.Public.Content;

/// <summary>Reads data/sorting/pinyin.tsv.</summary>
internal static partial class PinyinFile
{
    private const string File = "data/sorting/pinyin.tsv";

    /// <summary>The table; refuses a name given twice and readings that are not plain letters.</summary>
    public static PinyinTable Read(ContentSource source)
    {
        List<PinyinEntry> entries = [];
        HashSet<string> names = [];
        foreach (var row in source.Tsv(File, "name", "pinyin", "initials"))
        {
            var entry = new PinyinEntry(row.Text("name"), row.Text("pinyin"), row.Text("initials"));
            if (!names.Add(entry.Name))
            {
                row.Report($"\"{entry.Name}\" is given twice", PinyinCheck.HowToMend);
            }

            if (!Plain().IsMatch(entry.Syllables))
            {
                row.Report($"the reading \"{entry.Syllables}\" of {entry.Name} is not plain pinyin", "correct it in data/sorting/pinyin-corrections.tsv, then: cd site && npm ci && npm run pinyin");
            }

            entries.Add(entry);
        }

        return new PinyinTable(entries) { Readings = Readings(source) };
    }

    private static Dictionary<char, string> Readings(ContentSource source)
    {
        Dictionary<char, string> readings = [];
        foreach (var row in source.Tsv("data/sorting/readings.tsv", "syllable", "characters"))
        {
            foreach (var character in row.Text("characters").Where(c => !readings.TryAdd(c, row.Text("syllable"))))
            {
                row.Report($"\"{character}\" is given twice", PinyinCheck.HowToMend);
            }
        }

        return readings;
    }

    [GeneratedRegex("^[a-z0-9]+( [a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plain();
}
