namespace Jizhou.Public.Content;

/// <summary>Reads data/inns/: today.yaml, self-check.yaml and quiz.yaml.</summary>
internal static class InnFiles
{
    private const string Folder = "data/inns";
    private const int MostOnALine = 16;
    private static readonly string[] Deadlines = ["今天", "本周内", "本月内", "动工前"];

    /// <summary>The book; refuses unknown venues and items, ids given twice, statements without a citation. Empty without the folder.</summary>
    public static InnBook ReadIfThere(ContentSource source, LegalLibrary legal, PenaltyBook penalties, SortingCatalogue sorting)
    {
        if (!Directory.Exists(Path.Combine(source.Root, Folder)))
        {
            return InnBook.Empty;
        }

        var check = source.Yaml($"{Folder}/self-check.yaml");
        var venues = Each(check, "venues", map => new CheckVenue(map.Text("id"), map.Text("name"), map.Text("review"), map.Text("intro"), Cited(map, legal)), v => v.Id);
        var ids = venues.ConvertAll(v => v.Id);
        var questions = Each(check, "questions", map => Question(map, ids, legal, penalties), q => q.Id);
        check.Done();
        var today = source.Yaml($"{Folder}/today.yaml");
        var lines = Each(today, "lines", map => Line(map, legal, penalties), l => l.Id);
        today.Done();
        return new InnBook(lines, venues, questions, Quiz(source, sorting));
    }

    private static List<T> Each<T>(YamlMap root, string key, Func<YamlMap, T> read, Func<T, string> idOf)
    {
        HashSet<string> ids = [];
        List<T> all = [];
        foreach (var map in root.SomeMaps(key))
        {
            var one = read(map);
            if (!ids.Add(idOf(one)))
            {
                map.Report("id", $"the id \"{idOf(one)}\" is given twice", "give each entry an id of its own");
            }

            map.Done();
            all.Add(one);
        }

        return all;
    }

    private static TodayLine Line(YamlMap map, LegalLibrary legal, PenaltyBook penalties)
    {
        var line = new TodayLine(map.Text("id"), map.Text("name"), map.Text("do"), map.Text("short"), map.Text("glance"), map.Text("page"), Cited(map, legal), penalties.Read(map, "penalties"));
        foreach (var (key, words) in (ValueTuple<string, string>[])[("short", line.Slogan), ("glance", line.Glance)])
        {
            if (words.Length > MostOnALine)
            {
                map.Report(key, $"\"{key}\" has {words.Length} characters", $"shorten it to {MostOnALine}: it stands on one line of a screen");
            }
        }

        return line;
    }

    private static CheckQuestion Question(YamlMap map, List<string> venues, LegalLibrary legal, PenaltyBook penalties)
    {
        var question = new CheckQuestion(map.Text("id"), map.Texts("venues"), map.Text("part"), map.Text("ask"), map.Text("why"), map.Text("todo"),
            map.Choice("by", Deadlines), map.OptionalText("helps"), Cited(map, legal), penalties.Read(map, "penalties"));
        foreach (var unknown in question.Venues.Where(v => !venues.Contains(v)))
        {
            map.Report("venues", $"unknown venue \"{unknown}\"", $"use: {string.Join(", ", venues)}");
        }

        if (question.Venues.Count == 0)
        {
            map.Report("venues", $"nobody is asked \"{question.Id}\"", "name one venue or more");
        }

        return question;
    }

    private static IReadOnlyList<Citation> Cited(YamlMap map, LegalLibrary legal)
    {
        if (map.Texts("citations").Count == 0)
        {
            map.Report("citations", "no citation", "name what it rests on; what no document says is no duty");
        }

        return legal.Read(map, "citations");
    }

    private static IReadOnlyList<string> Quiz(ContentSource source, SortingCatalogue sorting)
    {
        var root = source.Yaml($"{Folder}/quiz.yaml");
        var items = root.Texts("items");
        foreach (var item in items.Where(id => sorting.Item(id) is not { } known || sorting.Category(known.Category) is not { Household: true }))
        {
            root.Report("items", $"\"{item}\" is no item of the four bins", "use the id of an item in data/sorting/items.yaml that goes into one of them");
        }

        root.Done();
        return items;
    }
}
