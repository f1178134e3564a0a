using Jizhou.Public.Api.Places.Import.Planning;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>A refused row.</summary>
/// <param name="Row">The row.</param>
/// <param name="Column">Header of the cell that is wrong, or blank for the row as a whole.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Reason">Why not, and how to mend it.</param>
public sealed record RefusedRow(SourceRow Row, string Column, string Value, string Reason);

/// <summary>A place before and after.</summary>
public sealed record PlannedChange(Place? Before, Place? After);

/// <summary>What an import would do, or did. The lists count everything and hold the first of each.</summary>
public sealed record ImportReport
{
    /// <summary>New places.</summary>
    public Listing<Place> Added { get; init; } = new();

    /// <summary>Places that change.</summary>
    public Listing<PlannedChange> Changed { get; init; } = new();

    /// <summary>Places that go because the file, which claims to be complete, lacks them.</summary>
    public Listing<Place> Removed { get; init; } = new();

    /// <summary>Sample places that go because real ones come.</summary>
    public Listing<Place> Retired { get; init; } = new();

    /// <summary>Places the file holds as they are.</summary>
    public int Unchanged { get; set; }

    /// <summary>How many places the scope holds now, sample places aside.</summary>
    public int InScope { get; set; }

    /// <summary>How many places would go; known before anything is written.</summary>
    public int ToRemove { get; set; }

    /// <summary>How many places stay although the file lacks them, because a refused row names them.</summary>
    public int Spared { get; set; }

    /// <summary>Rows that were refused.</summary>
    public Listing<RefusedRow> Refused { get; init; } = new();

    /// <summary>What else should be looked at before applying: translated hours, unknown words, likely duplicates.</summary>
    public IReadOnlyList<string> Notices { get; set; } = [];

    /// <summary>Pairs that may be one place, of which the file holds at least one; they stand among the notices too.</summary>
    public IReadOnlyList<LikelyDuplicate> Duplicates { get; set; } = [];

    /// <summary>Whether somebody edited one place instead of importing a file.</summary>
    public bool ByHand { get; init; }

    /// <summary>Whether anything would change.</summary>
    public bool IsEmpty => Added.Count + Changed.Count + Removed.Count + Retired.Count == 0;

    /// <summary>Whether more than a tenth of the scope would go, so that the number must be confirmed.</summary>
    public bool NeedsConfirmation => ToRemove * 10L > InScope;

    private ContentHash _steps;

    /// <summary>Changes whenever the import would do something else.</summary>
    public string Fingerprint() => _steps.ToString();

    /// <summary>Takes a step into the fingerprint.</summary>
    internal void Mark(PlannedEffect effect, Place? before, Place after)
    {
        _steps.Add((ulong)effect);
        _steps.Add(before is null ? 0 : PlaceHash.Of(new(before, null)));
        _steps.Add(PlaceHash.Of(new(after, null)));
    }
}
