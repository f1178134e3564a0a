namespace Jizhou.Public.Api.Platform.Http;

/// <summary>Which addresses are open data: readable from any origin. Bookings and reports are personal and are not; the counts of reports are.</summary>
public static class OpenData
{
    /// <summary>True below /api/ (but not what is personal), /ogc/ and /openapi/.</summary>
    public static bool Covers(PathString path)
        => (path.StartsWithSegments("/api") && !IsPersonal(path)) || path.StartsWithSegments("/ogc") || path.StartsWithSegments("/openapi");

    /// <summary>True for the addresses of bookings and of single reports.</summary>
    public static bool IsPersonal(PathString path) => path.StartsWithSegments("/api/v1/bookings")
        || (path.StartsWithSegments("/api/v1/reports", out var rest) && rest.Value?.StartsWith("/counts", StringComparison.Ordinal) != true);
}
