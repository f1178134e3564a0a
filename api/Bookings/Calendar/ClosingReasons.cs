namespace Jizhou.Public.Api.Bookings.Calendar;

/// <summary>Why a day is called off: codes that stand with bookings and notices, and what people read.</summary>
public static class ClosingReasons
{
    /// <summary>Code of a slot that takes no more bookings; what is booked is collected.</summary>
    public const string Stopped = "stopped";

    /// <summary>Code of a slot that is open although content closes the day.</summary>
    public const string Reopened = "reopened";

    /// <summary>What an operator chooses from, in this order.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        ["snow"] = "降雪",
        ["ice"] = "道路结冰",
        ["rain"] = "暴雨",
        ["forest-fire"] = "森林防火封控",
        ["road"] = "道路不通",
        ["vehicle"] = "车辆检修",
        ["holiday"] = "放假安排变动",
        ["other"] = "临时安排",
    };

    /// <summary>The reason in a word or two; null for a code that is none of these.</summary>
    public static string? NameOf(string? reason) => reason == Reopened ? "恢复收运" : Names.GetValueOrDefault(reason ?? "");

    /// <summary>What residents read: 因降雪停收, with the operator's few words behind it when there are any.</summary>
    public static string Words(string reason, string? note = null) =>
        $"因{Names.GetValueOrDefault(reason, "临时安排")}停收" + (string.IsNullOrEmpty(note) ? "" : $"：{note}");
}
