using Jizhou.Public.Api.Places.Import;

namespace Jizhou.Public.Api.Places.Areas;

/// <summary>An area before and after.</summary>
public sealed record AreaChange(AreaFacts Before, AreaFacts After);

/// <summary>What an import of areas would do, or did. Nothing is ever removed by it: a file that lacks an area says nothing about it.</summary>
public sealed record AreaReport
{
    /// <summary>Areas of which nothing was known.</summary>
    public IReadOnlyList<AreaFacts> Added { get; init; } = [];

    /// <summary>Areas of which something else is known afterwards.</summary>
    public IReadOnlyList<AreaChange> Changed { get; init; } = [];

    /// <summary>Areas the file holds as they are.</summary>
    public int Unchanged { get; init; }

    /// <summary>Rows that were refused.</summary>
    public IReadOnlyList<RefusedRow> Refused { get; init; } = [];

    /// <summary>What else should be looked at before applying.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Whether anything would change.</summary>
    public bool IsEmpty => Added.Count + Changed.Count == 0;
}
