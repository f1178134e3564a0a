namespace Jizhou.Public.Content.Bulky;

/// <summary>Reads data/bulky/*.yaml.</summary>
internal static class BulkyFile
{
    private static readonly string[] WeekdayNames = [.. Enum.GetNames<DayOfWeek>().Select(d => d.ToLowerInvariant())];

    /// <summary>The whole book, or null for a folder without data/bulky. Every township of <paramref name="geo"/> must be served by exactly one area.</summary>
    public static BulkyBook? ReadIfThere(ContentSource source, Geography geo)
    {
        if (source.Files("data/bulky", ".yaml").Count == 0)
        {
            return null;
        }

        var (rules, services, areas, tariffs) = (BulkyRulesFile.Read(source), ServicesFile.Read(source), ServiceAreasFile.Read(source, geo), TariffFile.Read(source));
        var catalogue = BulkyCatalogueFile.Read(source, services);
        var book = new BulkyBook(rules, ClassesFile.Read(source, services, catalogue, tariffs), services, areas, catalogue, tariffs) { Rounds = RoundFiles.Read(source, geo, areas, rules) };
        CheckDays(source, book);
        return book;
    }

    // What a class may book and no day ever offers would be found out by a resident at the last question.
    private static void CheckDays(ContentSource source, BulkyBook book)
    {
        foreach (var (booker, service, area) in from booker in book.Classes from service in book.Services from area in book.Areas select (booker, service, area))
        {
            var canBook = booker.Refused.All(r => !r.Services.Contains(service.Code, StringComparer.Ordinal));
            if (canBook && !area.Weekdays.Any(day => booker.Runs(day) && service.Runs(day)))
            {
                source.Report("data/bulky/classes.yaml", 1, $"the area \"{area.Code}\" never offers a day on which \"{booker.Code}\" can book \"{service.Code}\"",
                    "let the weekdays of area, class and service meet, or refuse the service to the class");
            }
        }
    }

    /// <summary>Weekdays by their English names; empty when absent. Refuses other words and a day given twice.</summary>
    internal static IReadOnlyList<DayOfWeek> Weekdays(this YamlMap map, string key)
    {
        List<DayOfWeek> days = [];
        foreach (var name in map.Texts(key))
        {
            var day = Array.IndexOf(WeekdayNames, name);
            if (day < 0 || days.Contains((DayOfWeek)day))
            {
                map.Report(key, $"\"{name}\" is not a weekday, or is given twice", $"use each at most once: {string.Join(", ", WeekdayNames)}");
                continue;
            }

            days.Add((DayOfWeek)day);
        }

        return days;
    }

    /// <summary>A required amount above zero.</summary>
    internal static int Positive(this YamlMap map, string key)
    {
        var value = map.Whole(key);
        if (value <= 0 && map.Has(key))
        {
            map.Report(key, $"\"{key}\" is {value}", "write a whole number above 0");
        }

        return value;
    }

    /// <summary>A required volume in m³, kept in litres so that sums are exact.</summary>
    internal static int Litres(this YamlMap map, string key)
    {
        var cubicMetres = map.Number(key);
        var litres = cubicMetres * 1000;
        if (map.Has(key) && (litres < 1 || litres > 1_000_000 || litres != decimal.Truncate(litres)))
        {
            map.Report(key, $"\"{key}\" is {cubicMetres}", "write a volume in m³ between 0.001 and 1000, with at most three decimals");
            return 0;
        }

        return (int)litres;
    }

    /// <summary>A code that can stand in an address: lower-case letters, digits and hyphens.</summary>
    internal static string Code(this YamlMap map, HashSet<string> taken)
    {
        var code = map.Text("code");
        if (code.Any(c => c is not (>= 'a' and <= 'z' or >= '0' and <= '9' or '-')))
        {
            map.Report("code", $"the code \"{code}\" has other characters than a–z, 0–9 and -", "write it like sofa-single");
        }
        else if (code.Length > 0 && !taken.Add(code))
        {
            map.Report("code", $"the code \"{code}\" is given twice", "give each entry a code of its own");
        }

        return code;
    }
}
