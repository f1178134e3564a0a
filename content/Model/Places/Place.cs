namespace Jizhou.Public.Content;

/// <summary>A place where something can be handed in. What is not known is null, never guessed.</summary>
public sealed record Place
{
    /// <summary>Stable id; never given to another place, not even after removal.</summary>
    public required string Id { get; init; }

    /// <summary>Name as it stands on the sign; a sample's begins with 示例.</summary>
    public required string Name { get; init; }

    /// <summary>Code of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Where it stands, a code of <see cref="PlaceVocabulary.Settings"/>.</summary>
    public string? Setting { get; init; }

    /// <summary>Its level in the network, a code of <see cref="PlaceVocabulary.Levels"/>.</summary>
    public string? Level { get; init; }

    /// <summary>Whether it serves both sorting and recycling (两网融合).</summary>
    public bool DualNetwork { get; init; }

    /// <summary>Codes of the materials it takes.</summary>
    public IReadOnlyList<string> Accepts { get; init; } = [];

    /// <summary>Codes of the materials it refuses although people expect otherwise.</summary>
    public IReadOnlyList<string> Rejects { get; init; } = [];

    /// <summary>For whom, a code of <see cref="PlaceVocabulary.Audiences"/>.</summary>
    public string Audience { get; init; } = "both";

    /// <summary>Whether one must call or book before coming.</summary>
    public bool AppointmentOnly { get; init; }

    /// <summary>Whether it pays for what is brought; null when not known.</summary>
    public bool? Pays { get; init; }

    /// <summary>Prices it published, each with its day.</summary>
    public IReadOnlyList<PlacePrice> Prices { get; init; } = [];

    /// <summary>How to get in: which gate, which floor.</summary>
    public string? Access { get; init; }

    /// <summary>Whether it can be reached without a step; null when not known.</summary>
    public bool? StepFree { get; init; }

    /// <summary>Its telephone.</summary>
    public string? Phone { get; init; }

    /// <summary>Who runs it.</summary>
    public string? Operator { get; init; }

    /// <summary>Where it is; null when no position is known.</summary>
    public GeoPoint? Position { get; init; }

    /// <summary>Opening hours in the OpenStreetMap syntax, or words that nobody could read; null when not known.</summary>
    public string? Hours { get; init; }

    /// <summary>The days on which it is there, for something that comes and goes; empty for the days of its hours.</summary>
    public IReadOnlyList<DateOnly> Dates { get; init; } = [];

    /// <summary>
    /// Market days of the lunar month on which it is there: 1 to 10 are the last digit of the day (2 is 初二、十二、廿二, 10 is 初十、二十、三十),
    /// 11 to 30 the day itself.
    /// </summary>
    public IReadOnlyList<int> Lunar { get; init; } = [];

    /// <summary>A picture an operator took; null for none.</summary>
    public PlacePhoto? Photo { get; init; }

    /// <summary>Where the record comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Licence of the record.</summary>
    public string? Licence { get; init; }

    /// <summary>When somebody last looked whether it is still there.</summary>
    public DateOnly? LastVerified { get; init; }

    /// <summary>Who looked.</summary>
    public string? VerifiedBy { get; init; }

    /// <summary>Whether it is invented for demonstration.</summary>
    public bool Sample { get; init; }

    /// <summary>Whether the position only illustrates.</summary>
    public bool Illustrative { get; init; }

    /// <summary>9-digit code of its township.</summary>
    public string? Township { get; init; }

    /// <summary>12-digit code of its village.</summary>
    public string? Village { get; init; }

    /// <summary>Address in words.</summary>
    public string? Address { get; init; }
}

/// <summary>A picture of a place.</summary>
/// <param name="Url">Its address below this portal's own.</param>
/// <param name="Alt">What it shows, in words, for those who do not see it.</param>
public sealed record PlacePhoto(string Url, string Alt);

/// <summary>A published price.</summary>
/// <param name="Material">Code of the material.</param>
/// <param name="Fen">Money for one unit, in fen.</param>
/// <param name="Unit">What is counted: 公斤, 台.</param>
/// <param name="Since">From which day.</param>
public sealed record PlacePrice(string Material, int Fen, string Unit, DateOnly Since);
