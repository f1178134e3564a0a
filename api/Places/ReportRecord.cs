using System.Globalization;

namespace Jizhou.Public.Api.Places;

/// <summary>A row of the table <c>terminal_status</c>; it never leaves the store.</summary>
internal sealed record ReportRecord
{
    public string Place { get; init; } = "";

    public string State { get; init; } = "";

    public string Fill { get; init; } = "";

    public long ReportedAt { get; init; }

    /// <summary>The row of a report.</summary>
    public static ReportRecord Of(string place, TerminalStatus status) => new()
    {
        Place = place,
        State = status.State,
        Fill = string.Join(' ', status.Fill.Select(fill => $"{fill.Key}={fill.Value}")),
        ReportedAt = status.ReportedAt.ToUnixTimeMilliseconds(),
    };

    /// <summary>The report of the row.</summary>
    public TerminalStatus ToStatus() => new(
        State,
        new SortedDictionary<string, int>(
            Fill.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => text.Split('='))
                .ToDictionary(parts => parts[0], parts => int.Parse(parts[1], CultureInfo.InvariantCulture)),
            StringComparer.Ordinal),
        DateTimeOffset.FromUnixTimeMilliseconds(ReportedAt));
}
