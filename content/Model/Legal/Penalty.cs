namespace Jizhou.Public.Content;

/// <summary>One dated amount of a fine. Amounts live here alone, never in prose, so that a change of law is one line.</summary>
/// <param name="Key">Names it within its citation: <c>eco-code#1225</c> + <c>small-operators</c>.</param>
/// <param name="Citation">The law that sets it.</param>
/// <param name="Who">Who is fined, in Chinese: 个人, 单位…</param>
/// <param name="Act">What for, in Chinese.</param>
/// <param name="Condition">When it falls due (拒不改正, 情节严重); null when at once.</param>
/// <param name="MinFen">Lowest amount in fen; null when the law names none.</param>
/// <param name="MaxFen">Highest amount in fen; null when the law names none.</param>
/// <param name="From">First day of this amount; null when our sources do not give it.</param>
/// <param name="To">Last day of this amount; null while it holds.</param>
/// <param name="Raw">The amount as our source writes it.</param>
public sealed record Penalty(string Key, Citation Citation, string Who, string Act, string? Condition,
    long? MinFen, long? MaxFen, DateOnly? From, DateOnly? To, string Raw)
{
    /// <summary>What content writes in <c>{fine:…}</c> to mean this amount alone.</summary>
    public string Id => $"{Citation.Id}/{Key}";

    /// <summary>What a reader must know about this amount, such as doubt whether it was changed since.</summary>
    public string? Note { get; init; }

    /// <summary>The amount for people: 100～1000 元, 2000元～2万元, 10万元以下; the raw words where no number is set.</summary>
    public string Amount => (MinFen, MaxFen) switch
    {
        ({ } min, { } max) when max < TenThousandYuan => $"{min / 100}～{max / 100} 元",
        ({ } min, { } max) when min >= TenThousandYuan => $"{min / (decimal)TenThousandYuan:0.##}万～{Yuan(max)}",
        ({ } min, { } max) => $"{Yuan(min)}～{Yuan(max)}",
        (null, { } max) => $"{Yuan(max)}以下",
        ({ } min, null) => $"{Yuan(min)}以上",
        _ => Raw,
    };

    /// <summary>Does this amount hold on a day?</summary>
    public bool HoldsOn(DateOnly day) => (From is not { } from || from <= day) && (To is not { } to || day <= to);

    private const long TenThousandYuan = 1_000_000;

    private static string Yuan(long fen) => fen >= TenThousandYuan ? $"{fen / (decimal)TenThousandYuan:0.##}万元" : $"{fen / 100}元";
}
