using Microsoft.AspNetCore.Mvc;

namespace Jizhou.Public.Api.Places;

/// <summary>
/// The filters that every list of places can be asked with, beside what it asks itself. A parameter of its own: what a request inherits is not read by
/// handlers whose calls are made at build time.
/// </summary>
public sealed class PlaceFilterRequest
{
    /// <summary>Codes of materials the place takes; repeat the parameter for several.</summary>
    [FromQuery(Name = "material")]
    public string[]? Material { get; init; }

    /// <summary>any (default): one of the materials is enough; all: every one.</summary>
    [FromQuery(Name = "match")]
    public string? Match { get; init; }

    /// <summary>Codes of kinds; repeat the parameter for several.</summary>
    [FromQuery(Name = "kind")]
    public string[]? Kind { get; init; }

    /// <summary>9-digit codes of townships; repeat the parameter for several.</summary>
    [FromQuery(Name = "township")]
    public string[]? Township { get; init; }

    /// <summary>true: only places open at this moment.</summary>
    [FromQuery(Name = "openNow")]
    public bool? OpenNow { get; init; }
}
