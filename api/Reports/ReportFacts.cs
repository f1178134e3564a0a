using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Reports;

/// <summary>What the operations decide by. Immutable.</summary>
/// <param name="Book">Kinds, offices, deadlines, how long data is kept.</param>
/// <param name="Holidays">The official calendar.</param>
/// <param name="Geo">Townships, villages, outline.</param>
public sealed record ReportFacts(ReportBook Book, HolidayCalendar Holidays, Geography Geo)
{
    // Reports from just outside the outline, which is accurate to some 100 m, are taken too.
    private const double MarginDegrees = 0.01;

    private readonly (double West, double South, double East, double North) _box = Box(Geo.Boundary);

    /// <summary>The facts of a content folder.</summary>
    public static ReportFacts Of(ContentFolder content) => new(content.Reports, content.Calendar, content.Geo);

    /// <summary>The last day for an answer: so many working days after the day of the report.</summary>
    public DateOnly AnswerBy(ReportKind kind, DateOnly day) => Holidays.AfterWorkingDays(day, kind.WorkingDays);

    /// <summary>Does it lie in the rectangle around the district? Only the gross mistakes are told by it.</summary>
    public bool IsNear(GeoPoint point) => point.Lng >= _box.West && point.Lng <= _box.East && point.Lat >= _box.South && point.Lat <= _box.North;

    /// <summary>Name of a township, or null.</summary>
    public string? TownshipName(string? code) => code is null ? null : Geo.Township(code)?.Name;

    /// <summary>Name of a village, or null.</summary>
    public string? VillageName(string? code) => code is null ? null : Geo.Village(code)?.Name;

    private static (double West, double South, double East, double North) Box(IReadOnlyList<GeoPoint> outline) => outline.Count == 0
        ? (116, 39, 119, 41)
        : (outline.Min(p => p.Lng) - MarginDegrees, outline.Min(p => p.Lat) - MarginDegrees, outline.Max(p => p.Lng) + MarginDegrees, outline.Max(p => p.Lat) + MarginDegrees);
}
