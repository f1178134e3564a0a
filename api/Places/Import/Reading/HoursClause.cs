namespace Jizhou.Public.Api.Places.Import.Reading;

/// <summary>One rule while it is being read: months, days, and spans or closed.</summary>
internal sealed class HoursClause
{
    public string? Months { get; set; }

    public List<string> Days { get; } = [];

    public List<string> Spans { get; } = [];

    public bool IsOff { get; set; }

    /// <summary>Whether 工作日 was said, which leaves holidays out.</summary>
    public bool IsWorkdays { get; set; }

    public bool HasDays => Days.Count > 0;

    /// <summary>Whether it says when, so that the next days begin another rule.</summary>
    public bool IsDone => Spans.Count > 0 || IsOff;

    public bool IsEmpty => !HasDays && !IsDone && Months is null;

    /// <summary>The rule in the OpenStreetMap syntax.</summary>
    public string Write()
    {
        var days = Days.Count > 0 ? string.Join(',', Days.Distinct(StringComparer.Ordinal)) : "Mo-Su";
        var when = IsOff ? "off" : string.Join(',', Spans);
        return $"{(Months is null ? "" : Months + " ")}{days} {when}";
    }
}
