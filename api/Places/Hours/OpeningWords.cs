namespace Jizhou.Public.Api.Places.Hours;

/// <summary>Says in plain Chinese whether a place is open and what comes next.</summary>
public static class OpeningWords
{
    private static readonly string[] Weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

    /// <summary>One sentence, e.g. 现在开放，今天 18:00 关门; the day words are counted from <paramref name="today"/>.</summary>
    public static string Of(OpenAnswer answer, DateOnly today)
    {
        var comment = answer.Comment is { Length: > 0 } words ? $"（{words}）" : "";
        return answer.State switch
        {
            OpenState.Always => "全天开放" + comment,
            OpenState.Open when answer.ClosesAt is { } closes => $"现在开放，{When(closes, today)} 关门{comment}",
            OpenState.Open => "现在开放" + comment,
            OpenState.Closed when answer.NextOpening is { } opens => $"已关门，{When(opens, today)} 开门{comment}",
            OpenState.Closed => "已关门，近期没有开放时间" + comment,
            _ => "开放时间未知" + comment,
        };
    }

    /// <summary>A moment as people say it: 今天 18:00, 明天 8:00, 12月3日（周四） 8:00.</summary>
    private static string When(DateTimeOffset moment, DateOnly today)
    {
        var day = DateOnly.FromDateTime(moment.DateTime);
        var word = (day.DayNumber - today.DayNumber) switch
        {
            0 => "今天",
            1 => "明天",
            2 => "后天",
            _ => $"{day.Month}月{day.Day}日（{Weekdays[(int)day.DayOfWeek]}）",
        };
        return $"{word} {moment.Hour}:{moment.Minute:00}";
    }
}
