namespace Jizhou.Public.Api.Places.Hours;

/// <summary>Says a week's hours in plain Chinese: 周一至周六 7:00–19:00；周日、法定节假日 不开放.</summary>
public static class HoursWords
{
    private static readonly string[] Weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

    /// <summary>The hours in words; what cannot be read is shown as it was written, none as 开放时间未知.</summary>
    public static string Of(OpeningHours hours)
    {
        if (hours.IsUnderstood)
        {
            return string.Join("；", hours.Rules.Select(Rule));
        }

        return hours.Words.Length == 0 ? "开放时间未知" : $"开放时间未知，原文：{hours.Words}";
    }

    /// <summary>What is open on one day: 8:00–12:00、14:00–17:30, 全天, 不开放.</summary>
    internal static string Of(IReadOnlyList<DaySpan> day) => day.Count == 0 ? "不开放" : string.Join("、", day.Select(Span));

    private static string Span(DaySpan span)
    {
        var time = span is { Start: 0, End: 1440 } ? "全天" : $"{Clock(span.Start)}–{Clock(span.End)}";
        return $"{time}{(span.Effect == RuleEffect.Unknown ? "开没开不知道" : "")}{(span.Comment is { Length: > 0 } words ? $"（{words}）" : "")}";
    }

    private static string Rule(HoursRule rule)
    {
        if (rule.IsAlways)
        {
            return "每天全天" + Comment(rule);
        }

        var dates = string.Join("、", rule.Dates.Select(Range).Concat(rule.Weeks.Select(Weeks)));
        var days = rule.Days is null ? "" : Days(rule.Days);
        var times = string.Join("、", rule.Spans.Select(span => $"{Clock(span.Start)}–{Clock(span.End)}"));
        var who = dates + days.Length switch { 0 when dates.Length == 0 => "每天", _ => days };
        return $"{who} {Effect(rule, times)}{Comment(rule)}";
    }

    private static string Effect(HoursRule rule, string times) => rule.Effect switch
    {
        RuleEffect.Off => times + "不开放",
        RuleEffect.Unknown => times + "时间未知",
        _ => times.Length > 0 ? times : "全天",
    };

    private static string Comment(HoursRule rule) => rule.Comment is { Length: > 0 } words ? $"（{words}）" : "";

    private static string Days(DaySelector days)
    {
        var weekdays = string.Join("、", days.Weekdays.Select(Weekday));
        if (!days.Holidays)
        {
            return weekdays;
        }

        if (weekdays.Length == 0)
        {
            return "法定节假日";
        }

        return days.Both ? $"逢{weekdays}的法定节假日" : $"{weekdays}、法定节假日";
    }

    private static string Weekday(WeekdayRange range)
    {
        if (range.First != range.Last)
        {
            return $"{Weekdays[(int)range.First]}至{Weekdays[(int)range.Last]}";
        }

        var nth = string.Join("、", range.Nth.Select(Nth));
        return nth.Length == 0 ? Weekdays[(int)range.First] : $"每月{nth}{Weekdays[(int)range.First]}";
    }

    private static string Nth(int nth) => nth switch { -1 => "最后一个", < 0 => $"倒数第{-nth}个", _ => $"第{nth}个" };

    private static string Range(DateRange range) =>
        range.From == range.To ? Mark(range.From) : $"{Mark(range.From)}至{Mark(range.To)}";

    private static string Weeks(WeekRange weeks)
    {
        var range = weeks.First == weeks.Last ? $"第{weeks.First}周" : $"第{weeks.First}至{weeks.Last}周";
        return weeks.Step == 1 ? range : $"{range}每{weeks.Step}周";
    }

    private static string Mark(DateMark mark)
    {
        var year = mark.Year is { } number ? $"{number}年" : "";
        var moved = mark.OffsetDays switch { 0 => "", < 0 => $"前{-mark.OffsetDays}天", _ => $"后{mark.OffsetDays}天" };
        var day = mark switch
        {
            { Weekday: { } weekday } => Nth(mark.Nth) + Weekdays[(int)weekday],
            { Day: { } date } => $"{date}日",
            _ => "",
        };
        return $"{year}{mark.Month}月{day}{moved}";
    }

    private static string Clock(int minute) => minute switch
    {
        1440 => "24:00",
        > 1440 => $"次日{(minute - 1440) / 60}:{minute % 60:00}",
        _ => $"{minute / 60}:{minute % 60:00}",
    };
}
