using System.Globalization;
using System.Text.RegularExpressions;

namespace Jizhou.Public.Content.Bulky;

/// <summary>Reads data/bulky/notices.yaml.</summary>
internal static partial class NoticeFile
{
    private const string File = "data/bulky/notices.yaml";
    private const int MostDaysBefore = 14;

    /// <summary>The book, or null for a folder without the file. Refuses a missing event, an unknown field, and reminders that are none.</summary>
    public static NoticeBook? ReadIfThere(ContentSource source)
    {
        if (!source.Files("data/bulky", ".yaml").Contains(File, StringComparer.Ordinal))
        {
            return null;
        }

        var root = source.Yaml(File);
        var (mark, days) = (root.Text("sample"), Days(root));
        HashSet<string> codes = [];
        List<NoticeTemplate> templates = [];
        foreach (var map in root.SomeMaps("events"))
        {
            var code = map.Choice("code", [.. NoticeBook.Events.Keys]);
            if (code.Length > 0 && !codes.Add(code))
            {
                map.Report("code", $"the event \"{code}\" stands twice", "keep one");
            }

            templates.Add(new NoticeTemplate(code, map.Text("name"), Words(map, "sms", code), Words(map, "call", code)));
            WarnOfLength(map, mark, templates[^1].Sms);
            map.Done();
        }

        if (NoticeBook.Events.Keys.Except(codes).ToList() is { Count: > 0 } missing)
        {
            root.Report("events", $"no words for {string.Join(", ", missing)}", "add an entry with code, name, sms and call");
        }

        var book = new NoticeBook(days, root.Time("remindAt"), root.Time("remindUntil"), root.Time("callsFrom"), mark, templates);
        if (book.RemindUntil <= book.RemindAt)
        {
            root.Report("remindUntil", $"\"remindUntil\" is {book.RemindUntil:HH:mm}, not after remindAt", "write a later time of the same day");
        }

        root.Done();
        return book;
    }

    private static List<int> Days(YamlMap root)
    {
        List<int> days = [];
        foreach (var text in root.Texts("remindDaysBefore"))
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var day) || day is < 1 or > MostDaysBefore || (days.Count > 0 && day >= days[^1]))
            {
                root.Report("remindDaysBefore", $"\"remindDaysBefore\" holds \"{text}\"", $"write days from {MostDaysBefore} to 1, the largest first, each once: [3, 1]");
            }

            days.Add(day);
        }

        return days;
    }

    private static string Words(YamlMap map, string key, string code)
    {
        var words = map.Text(key);
        if (!NoticeBook.Events.TryGetValue(code, out var allowed))
        {
            return words;
        }

        var unknown = Fields().Matches(words).Select(m => m.Groups["name"].Value).Except(allowed, StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            map.Report(key, $"\"{key}\" names the field {{{unknown[0]}}}", $"the event {code} knows: {string.Join(", ", allowed.Select(a => $"{{{a}}}"))}");
        }
        else if (Fields().Replace(words, "").AsSpan().ContainsAny('{', '}'))
        {
            map.Report(key, $"\"{key}\" has a brace without its partner", "write a field as {day}");
        }

        return words;
    }

    private static void WarnOfLength(YamlMap map, string mark, string sms)
    {
        var longest = mark.Length + NoticeTemplate.Fill(sms, NoticeBook.Longest).Length;
        if (longest > NoticeBook.OneMessage)
        {
            map.Warn("sms", $"the text message can become {longest} characters long", $"one message holds {NoticeBook.OneMessage}; more cost two");
        }
    }

    [GeneratedRegex(@"\{(?<name>[A-Za-z]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fields();
}
