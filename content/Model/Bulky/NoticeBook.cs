namespace Jizhou.Public.Content.Bulky;

/// <summary>What residents are told about their booking, and when they are reminded.</summary>
/// <param name="RemindDaysBefore">Days before the pickup on which a resident is reminded; the earliest reminder (the largest number) first.</param>
/// <param name="RemindAt">Local time from which reminders go out.</param>
/// <param name="RemindUntil">Local time from which they wait for the next morning.</param>
/// <param name="CallsFrom">Local time of the office's daily mail.</param>
/// <param name="SampleMark">Stands before every message while the rules of the pickup are samples (示例).</param>
/// <param name="Templates">One for each of <see cref="Events"/>, in the order of the file.</param>
public sealed record NoticeBook(IReadOnlyList<int> RemindDaysBefore, TimeOnly RemindAt, TimeOnly RemindUntil, TimeOnly CallsFrom, string SampleMark, IReadOnlyList<NoticeTemplate> Templates)
{
    /// <summary>What one text message of a Chinese carrier holds.</summary>
    public const int OneMessage = 70;

    /// <summary>Every event that needs words, and the fields its words may name.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Events { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["booked"] = ["label", "day", "window", "hours", "until"],
        ["amended"] = ["label", "day", "window", "hours", "until"],
        ["cancelled"] = ["label", "day", "window", "hours"],
        ["postponed"] = ["label", "day", "window", "hours", "until", "was", "reason"],
        ["waiting"] = ["label", "was", "reason"],
        ["partly-collected"] = ["label", "day", "window", "reason"],
        ["not-collected"] = ["label", "day", "window", "reason"],
        ["reminder"] = ["label", "day", "window", "hours", "in"],
    };

    /// <summary>How long a field can become, for the warning about long messages.</summary>
    internal static IReadOnlyDictionary<string, string> Longest { get; } = new Dictionary<string, string>
    {
        ["label"] = "孙各庄 12-31 107", ["day"] = "12月31日（周四）", ["window"] = "上午", ["hours"] = "13:00–17:00", ["until"] = "12月30日16:00",
        ["was"] = "12月30日（周三）", ["reason"] = "因森林防火封控停收", ["in"] = "3天后",
    };

    /// <summary>The template of an event; every event has one.</summary>
    public NoticeTemplate Template(string code) => Templates.First(t => t.Code == code);
}

/// <summary>The words of one event.</summary>
/// <param name="Code">Code of the event.</param>
/// <param name="Name">What operators read.</param>
/// <param name="Sms">For a text message.</param>
/// <param name="Call">For whoever rings.</param>
public sealed record NoticeTemplate(string Code, string Name, string Sms, string Call)
{
    /// <summary>Words with every <c>{field}</c> replaced. A field without a value becomes nothing.</summary>
    public static string Fill(string words, IReadOnlyDictionary<string, string> fields)
    {
        foreach (var (name, value) in fields)
        {
            words = words.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return words;
    }
}
