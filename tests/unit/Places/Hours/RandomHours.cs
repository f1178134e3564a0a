using System.Globalization;
using Jizhou.Public.Api.Places.Hours;

namespace Jizhou.Public.UnitTests.Places.Hours;

/// <summary>Rules made up at random (seeded), and the text that says them.</summary>
internal sealed class RandomHours(int seed)
{
    private static readonly string[] Weekdays = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"];
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private readonly Random _random = new(seed);

    /// <summary>One to four rules; the first may be anything, later ones join in every way.</summary>
    public IReadOnlyList<HoursRule> Rules() => [.. Enumerable.Range(0, _random.Next(1, 5)).Select(i => Rule(i == 0))];

    /// <summary>The rules in the OpenStreetMap syntax.</summary>
    public static string Write(IReadOnlyList<HoursRule> rules)
    {
        var text = Write(rules[0]);
        foreach (var rule in rules.Skip(1))
        {
            text += rule.Join switch { RuleJoin.Replace => "; ", RuleJoin.Add => ", ", _ => " || " } + Write(rule);
        }

        return text;
    }

    private static string Write(HoursRule rule)
    {
        string[] parts =
        [
            string.Join(',', rule.Dates.Select(Write)),
            rule.Weeks.Count == 0 ? "" : "week " + string.Join(',', rule.Weeks.Select(w => $"{w.First}-{w.Last}/{w.Step}")),
            rule.Days is null ? "" : Write(rule.Days),
            string.Join(',', rule.Spans.Select(span => $"{Clock(span.Start)}-{Clock(span.End)}")),
            rule.Effect switch { RuleEffect.Off => "off", RuleEffect.Unknown => "unknown", _ => "open" },
            rule.Comment is null ? "" : $"\"{rule.Comment}\"",
        ];
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }

    private static string Write(DateRange range) => range.From == range.To ? Write(range.From) : $"{Write(range.From)}-{Write(range.To)}";

    private static string Write(DateMark mark)
    {
        var day = mark.Weekday is { } weekday ? $" {Weekdays[(int)weekday]}[{mark.Nth}]" : mark.Day is { } date ? $" {date:00}" : "";
        var offset = mark.OffsetDays switch { 0 => "", > 0 => $" +{mark.OffsetDays} days", _ => $" -{-mark.OffsetDays} days" };
        return $"{(mark.Year is { } year ? $"{year} " : "")}{Months[mark.Month - 1]}{day}{offset}";
    }

    private static string Write(DaySelector days)
    {
        var weekdays = string.Join(',', days.Weekdays.Select(range => range.First != range.Last
            ? $"{Weekdays[(int)range.First]}-{Weekdays[(int)range.Last]}"
            : Weekdays[(int)range.First] + (range.Nth.Count == 0 ? "" : $"[{string.Join(',', range.Nth)}]")));
        return !days.Holidays ? weekdays : weekdays.Length == 0 ? "PH" : days.Both ? $"PH {weekdays}" : $"PH,{weekdays}";
    }

    private static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");

    private HoursRule Rule(bool first)
    {
        var dates = Chance(3) ? Some(2, Range) : [];
        var weeks = dates.Count == 0 && Chance(6) ? Some(2, Weeks) : [];
        var days = Chance(2) || (!first && dates.Count == 0) ? Days() : null;
        if (dates.Count > 0 && dates[^1].To.IsMonth && days?.Weekdays is [{ Nth.Count: > 0 }, ..])
        {
            dates = []; // "Nov Sa[2]" is a date of its own
        }

        var spans = Chance(4) ? [] : Some(3, Span);
        var effect = _random.Next(6) switch { 0 => RuleEffect.Off, 1 => RuleEffect.Unknown, _ => RuleEffect.Open };
        var join = first ? RuleJoin.Replace : (RuleJoin)_random.Next(3);
        return new HoursRule(join, dates, weeks, days, spans, effect, Chance(5) ? "按门铃" : null);
    }

    private DateRange Range()
    {
        var from = Mark();
        return Chance(3) ? new DateRange(from, from) : new DateRange(from, Mark() with { Year = from.Year });
    }

    private DateMark Mark()
    {
        var mark = new DateMark(Chance(8) ? 2026 + _random.Next(2) : null, _random.Next(1, 13), null, null, 0, 0);
        mark = _random.Next(3) switch
        {
            0 => mark,
            1 => mark with { Day = _random.Next(1, 32) },
            _ => mark with { Weekday = (DayOfWeek)_random.Next(7), Nth = Nth() },
        };
        return mark.IsMonth || !Chance(4) ? mark : mark with { OffsetDays = _random.Next(-10, 11) };
    }

    private WeekRange Weeks()
    {
        var first = _random.Next(1, 54);
        return new WeekRange(first, _random.Next(first, 54), _random.Next(1, 4));
    }

    private DaySelector Days()
    {
        var holidays = Chance(3);
        List<WeekdayRange> ranges = holidays && Chance(2) ? [] : Some(3, Weekday);
        return new DaySelector(ranges, holidays, holidays && ranges.Count > 0 && Chance(2));
    }

    private WeekdayRange Weekday()
    {
        var first = (DayOfWeek)_random.Next(7);
        return Chance(3) ? new WeekdayRange(first, first, Chance(2) ? [Nth()] : []) : new WeekdayRange(first, (DayOfWeek)(((int)first + _random.Next(1, 7)) % 7), []);
    }

    private TimeSpanOfDay Span()
    {
        var start = _random.Next(0, 24 * 12) * 5;
        return new TimeSpanOfDay(start, start + (_random.Next(1, 24 * 12) * 5));
    }

    private int Nth() => _random.Next(1, 6) * (Chance(2) ? -1 : 1);

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private List<T> Some<T>(int most, Func<T> make) => [.. Enumerable.Range(0, _random.Next(1, most + 1)).Select(_ => make())];
}
