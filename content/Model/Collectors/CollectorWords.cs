namespace Jizhou.Public.Content;

/// <summary>The codes of the collectors' directory and what people read.</summary>
public static class CollectorWords
{
    /// <summary>What is collected.</summary>
    public static IReadOnlyDictionary<string, string> Streams { get; } = new Dictionary<string, string>
    {
        ["kitchen-waste"] = "厨余垃圾",
        ["waste-oil"] = "废弃油脂",
        ["textile"] = "布草织物",
        ["recyclable"] = "可回收物",
        ["construction"] = "建筑垃圾",
        ["farm-waste"] = "农资废弃物",
    };

    /// <summary>How a licence stands on a day.</summary>
    public static IReadOnlyDictionary<string, string> States { get; } = new Dictionary<string, string>
    {
        ["valid"] = "在有效期内",
        ["expired"] = "已过期",
        ["not-yet"] = "还没到有效期",
        ["unknown"] = "没有记有效期",
    };
}
