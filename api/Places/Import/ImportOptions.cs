using Jizhou.Public.Api.Platform.Operators.Audit;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>What whoever imports says about the file.</summary>
public sealed record ImportOptions
{
    /// <summary>Its name, for the record and the report.</summary>
    public required string FileName { get; init; }

    /// <summary>csv, xlsx, geojson, overpass or json; recognised when null.</summary>
    public string? Format { get; init; }

    /// <summary>utf-8, utf-16, gb18030, big5 or latin1; recognised when null.</summary>
    public string? Encoding { get; init; }

    /// <summary>The coordinate system of its positions; needed unless the file names it.</summary>
    public string? Crs { get; init; }

    /// <summary>The text of a mapping file, or null.</summary>
    public string? Mapping { get; init; }

    /// <summary>The kind of places in a file without a column for it.</summary>
    public string Kind { get; init; } = "collection-point";

    /// <summary>Where the records come from; the file's name when null.</summary>
    public string? Source { get; init; }

    /// <summary>Licence of the records.</summary>
    public string? Licence { get; init; }

    /// <summary>What the file is: everything, everything of some townships, or additions.</summary>
    public ImportScope Scope { get; init; } = ImportScope.Additions;

    /// <summary>The number of removals that was confirmed, when more than a tenth would go.</summary>
    public int? ConfirmedRemovals { get; init; }

    /// <summary>What was decided about words of the file.</summary>
    public ImportChoices Choices { get; init; } = ImportChoices.None;

    /// <summary>Who imports, for the record.</summary>
    public Actor By { get; init; } = Actor.CommandLine;

    /// <summary>The <see cref="ImportReport.Fingerprint"/> of the dry run that was looked at: when it would be another by now, nothing is done. Null does not ask.</summary>
    public string? Expected { get; init; }
}
