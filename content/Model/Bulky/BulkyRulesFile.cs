using System.Globalization;

namespace Jizhou.Public.Content.Bulky;

/// <summary>Reads data/bulky/rules.yaml.</summary>
internal static class BulkyRulesFile
{
    /// <summary>The rules; refuses windows that overlap and numbers that make no sense.</summary>
    public static BulkyRules Read(ContentSource source)
    {
        var root = source.Yaml("data/bulky/rules.yaml");
        var rules = new BulkyRules(root.Flag("sample"), root.Text("note"), Time(root, "cutOff"), root.Positive("horizonDays"),
            TimeSpan.FromMinutes(root.Positive("holdMinutes")), TimeSpan.FromMinutes(root.Positive("lookupMinutes")),
            root.Positive("missedDays"), root.Positive("keepDays"), Windows(root), ClosedDays(root));
        if (rules.HorizonDays > 366)
        {
            root.Report("horizonDays", $"\"horizonDays\" is {rules.HorizonDays}", "write at most 366 days");
        }

        root.Done();
        return rules;
    }

    private static List<PickupWindow> Windows(YamlMap root)
    {
        List<PickupWindow> windows = [];
        HashSet<string> codes = [];
        foreach (var map in root.SomeMaps("windows"))
        {
            var window = new PickupWindow(map.Code(codes), map.Text("name"), Time(map, "startsAt"), Time(map, "endsAt"));
            if (window.EndsAt <= window.StartsAt || (windows.Count > 0 && windows[^1].EndsAt > window.StartsAt))
            {
                map.Report("startsAt", $"the window \"{window.Code}\" ends before it starts, or starts before the one above it ends", "list the windows in the order of the day, without overlap");
            }

            map.Done();
            windows.Add(window);
        }

        return windows;
    }

    private static Dictionary<DateOnly, string> ClosedDays(YamlMap root)
    {
        Dictionary<DateOnly, string> days = [];
        foreach (var map in root.Maps("closedDays"))
        {
            if (!days.TryAdd(map.Date("date"), map.Text("reason")))
            {
                map.Report("date", "the day is given twice", "keep one entry for each day");
            }

            map.Done();
        }

        return days;
    }

    private static TimeOnly Time(YamlMap map, string key)
    {
        var text = map.Text(key);
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) || text.Length == 0)
        {
            return time;
        }

        map.Report(key, $"\"{key}\" is \"{text}\"", "write a time such as \"16:00\", in quotes");
        return default;
    }
}
