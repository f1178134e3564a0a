namespace Jizhou.Public.Content;

/// <summary>Days on which a township takes back film, pesticide packaging or fertiliser bags.</summary>
/// <param name="Id">Kebab id, stable: calendars know the event again by it.</param>
/// <param name="Township">Code of the township, 9 digits.</param>
/// <param name="Materials">Codes of data/places/materials.yaml.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, included.</param>
/// <param name="Hours">From and to, <c>08:00-11:00</c>, on each of the days.</param>
/// <param name="Where">The place in words; a sample says 示例.</param>
/// <param name="Position">Its position; null when not recorded.</param>
/// <param name="Source">Where this was read.</param>
/// <param name="CheckedOn">Day on which a person last compared it with its source.</param>
/// <param name="Sample">Made up for demonstration?</param>
public sealed record HandIn(string Id, string Township, IReadOnlyList<string> Materials, DateOnly From, DateOnly Until, string Hours, string Where,
    GeoPoint? Position, string Source, DateOnly CheckedOn, bool Sample)
{
    /// <summary>Its days, in order.</summary>
    public IReadOnlyList<DateOnly> Days => [.. Enumerable.Range(0, Until.DayNumber - From.DayNumber + 1).Select(From.AddDays)];

    /// <summary>
    /// The same as a place of the kind mobile-event, so that it is found where residents look for places. Nobody writes it a second time: the line of
    /// data/farm/hand-in.csv is the source of both.
    /// </summary>
    public Place ToPlace(Geography geo) => new()
    {
        Id = Id,
        Name = $"{(Sample ? "示例·" : "")}{geo.Township(Township)?.Name}农资集中交回",
        Kind = "mobile-event",
        Setting = "supply-cooperative",
        Level = "township",
        Accepts = Materials,
        Audience = "both",
        Position = Position,
        Hours = Hours,
        Dates = Days,
        Source = Sample ? "本站写的示例数据" : Source,
        Licence = Sample ? "CC0-1.0" : null,
        LastVerified = Sample ? null : CheckedOn,
        Sample = Sample,
        Illustrative = Sample,
        Township = Township,
        Address = Where,
    };

    /// <summary>The same among the sample places.</summary>
    public SamplePlace ToSamplePlace(Geography geo) => new(ToPlace(geo), null, null, null);
}
