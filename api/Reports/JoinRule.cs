using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Reports;

/// <summary>
/// When two reports are one case: the same kind at the same place while the first is open, or the same kind within so many metres
/// and days. A report that names only a village is never joined by itself: a village can have two heaps.
/// </summary>
public static class JoinRule
{
    private const double MetresPerDegree = 111_195; // of a great circle on the mean sphere

    /// <summary>The open case that a new report belongs to, the oldest if several; null when it is a case of its own.</summary>
    public static StoredReport? First(ReportWish wish, IEnumerable<StoredReport> open, ReportBook book, DateOnly today) => open
        .Where(report => report.Kind == wish.Kind.Code && report.Follows is null && ReportState.IsOpen(report.State))
        .Where(report => wish.Place is { } place ? report.Place == place.Id : IsNear(wish, report, book, today))
        .OrderBy(report => report.CreatedAt).ThenBy(report => report.Ticket, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>Distance in metres, exact to a centimetre over the few hundred metres it is asked for.</summary>
    public static double Metres(GeoPoint a, GeoPoint b)
    {
        var east = (a.Lng - b.Lng) * Math.Cos(double.DegreesToRadians((a.Lat + b.Lat) / 2));
        return double.Hypot(east, a.Lat - b.Lat) * MetresPerDegree;
    }

    private static bool IsNear(ReportWish wish, StoredReport report, ReportBook book, DateOnly today) =>
        wish.Position is { } here && report.Position is { } there
        && today.DayNumber - report.Day.DayNumber <= book.JoinDays && Metres(here, there) <= book.JoinMetres;
}
