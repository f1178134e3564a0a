using System.Security.Cryptography;
using System.Text;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>A refused row.</summary>
/// <param name="Row">The row.</param>
/// <param name="Column">Header of the cell that is wrong, or blank for the row as a whole.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Reason">Why not, and how to mend it.</param>
public sealed record RefusedRow(SourceRow Row, string Column, string Value, string Reason);

/// <summary>A place before and after; null before for a new one, null after for a removed one.</summary>
public sealed record PlannedChange(Place? Before, Place? After);

/// <summary>What an import would do, or did.</summary>
public sealed record ImportReport
{
    /// <summary>New places.</summary>
    public IReadOnlyList<Place> Added { get; init; } = [];

    /// <summary>Places that change.</summary>
    public IReadOnlyList<PlannedChange> Changed { get; init; } = [];

    /// <summary>Places that go because the file, which claims to be complete, lacks them.</summary>
    public IReadOnlyList<Place> Removed { get; init; } = [];

    /// <summary>Sample places that go because real ones come.</summary>
    public IReadOnlyList<Place> Retired { get; init; } = [];

    /// <summary>Places the file holds as they are.</summary>
    public int Unchanged { get; init; }

    /// <summary>How many places the scope holds now, sample places aside.</summary>
    public int InScope { get; init; }

    /// <summary>Rows that were refused.</summary>
    public IReadOnlyList<RefusedRow> Refused { get; init; } = [];

    /// <summary>What else should be looked at before applying: translated hours, unknown words, likely duplicates.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Pairs that may be one place, of which the file holds at least one; they stand among the notices too.</summary>
    public IReadOnlyList<LikelyDuplicate> Duplicates { get; init; } = [];

    /// <summary>Whether somebody edited one place instead of importing a file.</summary>
    public bool ByHand { get; init; }

    /// <summary>Whether anything would change.</summary>
    public bool IsEmpty => Added.Count + Changed.Count + Removed.Count + Retired.Count == 0;

    /// <summary>Whether more than a tenth of the scope would go, so that the number must be confirmed.</summary>
    public bool NeedsConfirmation => Removed.Count * 10 > InScope;

    /// <summary>Changes whenever the import would do something else.</summary>
    public string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var lines = Added.Select(place => $"+{PlaceRecord.Of(place)}").Concat(Changed.Select(change => $"~{PlaceRecord.Of(change.Before!)}>{PlaceRecord.Of(change.After!)}"))
            .Concat(Removed.Concat(Retired).Select(place => $"-{place.Id}"));
        foreach (var line in lines)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
