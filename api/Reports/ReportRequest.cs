using System.Text.Json.Serialization;

namespace Jizhou.Public.Api.Reports;

/// <summary>What a resident reports. Only the kind and where are needed.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ReportRequest
{
    /// <summary>Code of the kind: full, broken, dirty, missing, wrong-hours (of a place); construction-dumping, open-burning, rural-sewage (of a spot).</summary>
    public required string Kind { get; init; }

    /// <summary>Id of the place; needed for the kinds of a place.</summary>
    public string? Place { get; init; }

    /// <summary>9-digit code; for a spot, when neither village nor position is known.</summary>
    public string? Township { get; init; }

    /// <summary>12-digit code; for a spot.</summary>
    public string? Village { get; init; }

    /// <summary>WGS-84; for a spot. Kept with four decimals, some ten metres.</summary>
    public ReportPosition? Position { get; init; }

    /// <summary>In your own words, at most 300 characters.</summary>
    public string? Note { get; init; }

    /// <summary>Only if we may call back; kept encrypted, erased in time.</summary>
    public string? Phone { get; init; }

    /// <summary>JPEG, PNG or WebP in base64. All metadata is stripped; only operators see it.</summary>
    public byte[]? Photo { get; init; }
}

/// <summary>A position in WGS-84 degrees.</summary>
/// <param name="Lng">Longitude.</param>
/// <param name="Lat">Latitude.</param>
public sealed record ReportPosition(double Lng, double Lat);
