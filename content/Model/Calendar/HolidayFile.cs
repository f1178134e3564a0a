namespace Jizhou.Public.Content;

/// <summary>Reads data/calendar/holidays.yaml.</summary>
internal static class HolidayFile
{
    private const string File = "data/calendar/holidays.yaml";
    private static readonly string[] Notices = ["on-record", "not-on-record"];

    /// <summary>The calendar; refuses days of another year, days given twice and make-up days that are not at a weekend.</summary>
    public static HolidayCalendar Read(ContentSource source, LegalLibrary legal)
    {
        var root = source.Yaml(File);
        List<SpecialDay> days = [];
        List<int> onRecord = [];
        foreach (var map in root.SomeMaps("years"))
        {
            var year = map.Whole("year");
            if (map.Choice("notice", Notices) == "on-record")
            {
                onRecord.Add(year);
            }

            legal.ReadOne(map, "citation");
            days.AddRange(map.SomeMaps("holidays").Select(m => Day(m, year, DayState.Holiday)));
            days.AddRange(map.Maps("makeupWorkdays").Select(m => Day(m, year, DayState.Makeup)));
            map.Done();
        }

        root.Done();
        foreach (var twice in days.GroupBy(d => d.Date).Where(g => g.Skip(1).Any()))
        {
            root.Report("years", $"{twice.Key:yyyy-MM-dd} is given twice", "a day is a holiday or a make-up day, once");
        }

        return new HolidayCalendar(days, onRecord);
    }

    private static SpecialDay Day(YamlMap map, int year, DayState state)
    {
        var day = new SpecialDay(map.Date("date"), map.Text("name"), state, map.Flag("inLieu"));
        if (day.Date != default && day.Date.Year != year)
        {
            map.Report("date", $"{day.Date:yyyy-MM-dd} stands below the year {year}", "move it to its own year");
        }

        if (state == DayState.Makeup && day.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
        {
            map.Report("date", $"{day.Date:yyyy-MM-dd} is a {day.Date.DayOfWeek}", "a make-up day is a Saturday or Sunday that is worked");
        }

        map.Done();
        return day;
    }
}
