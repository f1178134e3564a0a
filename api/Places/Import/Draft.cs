using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import;

/// <summary>A place as a row describes it. What the file does not speak of stays as it is on record.</summary>
public sealed class Draft
{
    /// <summary>The row it came from.</summary>
    public required SourceRow Row { get; init; }

    /// <summary>The id the file gives, or null.</summary>
    public string? Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The code of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Where it is, or null.</summary>
    public GeoPoint? Position { get; set; }

    /// <summary>Code of its township, or null.</summary>
    public string? Township { get; set; }

    /// <summary>Code of its village, or null.</summary>
    public string? Village { get; set; }

    /// <summary>Its address, or null.</summary>
    public string? Address { get; set; }

    /// <summary>Codes of what it takes; rows of one place are added up here.</summary>
    public IList<string> Accepts { get; } = new List<string>();

    /// <summary>Whether it says of itself that it is invented.</summary>
    public bool Sample { get; set; }

    /// <summary>What the row changes on a record.</summary>
    public IList<Func<Place, Place>> Edits { get; } = new List<Func<Place, Place>>();

    /// <summary>The record after this row.</summary>
    public Place Over(Place before) => Edits.Aggregate(before, (place, edit) => edit(place));
}
