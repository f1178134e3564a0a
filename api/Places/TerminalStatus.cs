namespace Jizhou.Public.Api.Places;

/// <summary>What a smart terminal last said of itself.</summary>
/// <param name="State">Code: ok, full or broken.</param>
/// <param name="Fill">Fill in percent by material code, in ordinal order.</param>
/// <param name="ReportedAt">When it said so.</param>
public sealed record TerminalStatus(string State, IReadOnlyDictionary<string, int> Fill, DateTimeOffset ReportedAt)
{
    /// <summary>A report older than this is never shown as live.</summary>
    public static readonly TimeSpan LiveFor = TimeSpan.FromHours(2);

    /// <summary>Until when (excluded) the report is live.</summary>
    public DateTimeOffset LiveUntil => ReportedAt + LiveFor;

    /// <summary>Whether the report may be shown as the state of this moment.</summary>
    public bool IsLive(DateTimeOffset now) => now < LiveUntil;

    /// <summary>Whether both say the same of the same moment.</summary>
    public bool IsSameAs(TerminalStatus? other) =>
        other is not null && ReportedAt == other.ReportedAt && State == other.State && Fill.SequenceEqual(other.Fill);

    /// <summary>One Chinese sentence for this moment.</summary>
    public string InWords(DateTimeOffset now)
    {
        if (!IsLive(now))
        {
            return "机器超过两小时没有上报，满没满不知道";
        }

        var words = State switch { "full" => "已满", "broken" => "故障，暂不能用", _ => "可以投放" };
        return $"{words}（{ReportedAt.ToOffset(TimeSpan.FromHours(8)):HH:mm} 上报）";
    }
}
