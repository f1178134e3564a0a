using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import.Rows;

/// <summary>What a file speaks of. What it does not speak of stays as it is on record.</summary>
[Flags]
public enum DraftFields
{
    /// <summary>Name, kind and whether it is a sample: every row says these.</summary>
    None = 0,

    /// <summary>Township and village.</summary>
    Area = 1,

    /// <summary>Position.</summary>
    Position = 1 << 1,

    /// <summary>What it takes.</summary>
    Accepts = 1 << 2,

    /// <summary>What it refuses.</summary>
    Rejects = 1 << 3,

    /// <summary>Opening hours.</summary>
    Hours = 1 << 4,

    /// <summary>Address.</summary>
    Address = 1 << 5,

    /// <summary>Telephone.</summary>
    Phone = 1 << 6,

    /// <summary>Who runs it.</summary>
    Operator = 1 << 7,

    /// <summary>How to get in.</summary>
    Access = 1 << 8,

    /// <summary>Who looked last.</summary>
    VerifiedBy = 1 << 9,

    /// <summary>When somebody looked last.</summary>
    LastVerified = 1 << 10,

    /// <summary>Where it stands.</summary>
    Setting = 1 << 11,

    /// <summary>Its level.</summary>
    Level = 1 << 12,

    /// <summary>For whom.</summary>
    Audience = 1 << 13,

    /// <summary>两网融合.</summary>
    DualNetwork = 1 << 14,

    /// <summary>Whether one must book.</summary>
    AppointmentOnly = 1 << 15,

    /// <summary>Whether it pays.</summary>
    Pays = 1 << 16,

    /// <summary>Whether it has no step.</summary>
    StepFree = 1 << 17,

    /// <summary>Whether the position only illustrates.</summary>
    Illustrative = 1 << 18,

    /// <summary>Where the record comes from; without it the file's name stands for a new place.</summary>
    Source = 1 << 19,

    /// <summary>Licence.</summary>
    Licence = 1 << 20,

    /// <summary>Days on which it is there.</summary>
    Dates = 1 << 21,

    /// <summary>Lunar market days on which it is there.</summary>
    Lunar = 1 << 22,
}

/// <summary>A place as a row describes it.</summary>
/// <param name="Row">Number of the row it came from.</param>
/// <param name="Id">The id the file gives, or null.</param>
/// <param name="Says">The values; those of fields that are not in <paramref name="Speaks"/> mean nothing.</param>
/// <param name="Speaks">What the row speaks of.</param>
public sealed record Draft(int Row, string? Id, Place Says, DraftFields Speaks)
{
    /// <summary>The record after this row.</summary>
    public Place Over(Place before) => before with
    {
        Name = Says.Name,
        Kind = Says.Kind,
        Sample = Says.Sample,
        Township = Of(DraftFields.Area) ? Says.Township : before.Township,
        Village = Of(DraftFields.Area) ? Says.Village : before.Village,
        Position = Of(DraftFields.Position) ? Says.Position : before.Position,
        Illustrative = Of(DraftFields.Illustrative) ? Says.Illustrative : before.Illustrative && (Says.Sample || !Of(DraftFields.Position)),
        Accepts = Of(DraftFields.Accepts) ? Says.Accepts : before.Accepts,
        Rejects = Of(DraftFields.Rejects) ? Says.Rejects : before.Rejects,
        Hours = Of(DraftFields.Hours) ? Says.Hours : before.Hours,
        Dates = Of(DraftFields.Dates) ? Says.Dates : before.Dates,
        Lunar = Of(DraftFields.Lunar) ? Says.Lunar : before.Lunar,
        Address = Of(DraftFields.Address) ? Says.Address : before.Address,
        Phone = Of(DraftFields.Phone) ? Says.Phone : before.Phone,
        Operator = Of(DraftFields.Operator) ? Says.Operator : before.Operator,
        Access = Of(DraftFields.Access) ? Says.Access : before.Access,
        VerifiedBy = Of(DraftFields.VerifiedBy) ? Says.VerifiedBy : before.VerifiedBy,
        LastVerified = Of(DraftFields.LastVerified) ? Says.LastVerified : before.LastVerified,
        Setting = Of(DraftFields.Setting) ? Says.Setting : before.Setting,
        Level = Of(DraftFields.Level) ? Says.Level : before.Level,
        Audience = Of(DraftFields.Audience) ? Says.Audience : before.Audience,
        DualNetwork = Of(DraftFields.DualNetwork) ? Says.DualNetwork : before.DualNetwork,
        AppointmentOnly = Of(DraftFields.AppointmentOnly) ? Says.AppointmentOnly : before.AppointmentOnly,
        Pays = Of(DraftFields.Pays) ? Says.Pays : before.Pays,
        StepFree = Of(DraftFields.StepFree) ? Says.StepFree : before.StepFree,
        Source = Of(DraftFields.Source) || before.Source.Length == 0 ? Says.Source : before.Source,
        Licence = Of(DraftFields.Licence) ? Says.Licence : before.Licence,
    };

    private bool Of(DraftFields field) => (Speaks & field) != DraftFields.None;
}
