namespace Jizhou.Public.Api.Reports;

/// <summary>Where a case stands, as codes on the wire and in the database.</summary>
public static class ReportState
{
    /// <summary>It came in; nobody has looked yet.</summary>
    public const string Received = "received";

    /// <summary>An operator found it plausible and passed it on.</summary>
    public const string InProgress = "in-progress";

    /// <summary>It was mended; the answer says how.</summary>
    public const string Done = "done";

    /// <summary>Nothing will be done; the answer says why.</summary>
    public const string Rejected = "rejected";

    /// <summary>What people read.</summary>
    public static IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        [Received] = "已收到",
        [InProgress] = "正在办",
        [Done] = "办好了",
        [Rejected] = "没有办",
    };

    /// <summary>Is the case still open?</summary>
    public static bool IsOpen(string state) => state is Received or InProgress;

    /// <summary>May an operator set it from one to the other? A closed case can be taken up again; nothing becomes new again.</summary>
    public static bool MayBecome(string from, string to) => (from, to) switch
    {
        (_, InProgress) => true,
        (Received or InProgress, Done or Rejected) => true,
        _ => false,
    };

    /// <summary>What happens next, in one sentence.</summary>
    public static string Next(string state, bool isOverdue) => state switch
    {
        Received when isOverdue => "已经过了答复日期，还没有人看。可以拨打 12345（外地手机 022-12345），报上这个编号说的事。",
        Received => "工作人员先看一遍，再转给办理部门。",
        InProgress when isOverdue => "已转给办理部门，但过了答复日期。可以拨打 12345（外地手机 022-12345）催办。",
        InProgress => "已转给办理部门，办好后在这里答复。",
        Done => "事情办完了。又出现的话，请再报一次。",
        _ => "这件事没有办，原因见答复。不同意的话，可以拨打 12345（外地手机 022-12345）。",
    };
}
