namespace Jizhou.Public.Api.Places.Hours;

/// <summary>Says in plain Chinese whether a place is open and what comes next.</summary>
public static class OpeningWords
{
    private static readonly string[] Weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

    /// <summary>One sentence, e.g. 现在开放，今天 18:00 关门; the day words are counted from <paramref name="today"/>.</summary>
    /// <param name="answer">What is true.</param>
    /// <param name="today">The day of the moment.</param>
    /// <param name="coming">The next days of something that comes and goes; null for what stands still.</param>
    public static string Of(OpenAnswer answer, DateOnly today, IReadOnlyList<DateOnly>? coming = null)
    {
        var comment = answer.Comment is { Length: > 0 } words ? $"（{words}）" : "";
        return answer.State switch
        {
            OpenState.Always => "全天开放" + comment,
            OpenState.Open when answer.ClosesAt is { } closes => $"现在开放，{When(closes, today)} 关门{comment}",
            OpenState.Open => "现在开放" + comment,
            _ when coming is not null => Away(answer, today, coming) + comment,
            OpenState.Closed when answer.NextOpening is { } opens => $"已关门，{When(opens, today)} 开门{comment}",
            OpenState.Closed => "已关门，近期没有开放时间" + comment,
            _ => "开放时间未知" + comment,
        };
    }

    private static string Away(OpenAnswer answer, DateOnly today, IReadOnlyList<DateOnly> coming) => answer switch
    {
        { State: OpenState.Unknown } when coming.Contains(today) => "今天来，几点还没有收录",
        { State: OpenState.Unknown } => "什么时候来还没有收录",
        { NextOpening: { } opens } => $"现在不在，下次 {When(opens, today)}",
        _ when coming.Count > 0 => $"现在不在，下次 {Day(coming[0])}",
        _ => "现在不在，下次什么时候来还没有收录",
    };

    /// <summary>A day as people say it: 12月3日（周四）.</summary>
    public static string Day(DateOnly day) => $"{day.Month}月{day.Day}日（{Weekdays[(int)day.DayOfWeek]}）";

    /// <summary>A moment as people say it: 今天 18:00, 明天 8:00, 12月3日（周四） 8:00.</summary>
    private static string When(DateTimeOffset moment, DateOnly today)
    {
        var day = DateOnly.FromDateTime(moment.DateTime);
        var word = (day.DayNumber - today.DayNumber) switch
        {
            0 => "今天",
            1 => "明天",
            2 => "后天",
            _ => Day(day),
        };
        return $"{word} {moment.Hour}:{moment.Minute:00}";
    }
}
