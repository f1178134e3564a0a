namespace Jizhou.Public.Api.Platform.Http;

/// <summary>Which addresses are open data: readable from any origin. Bookings are personal and are not.</summary>
public static class OpenData
{
    /// <summary>True below /api/ (but not bookings), /ogc/ and /openapi/.</summary>
    public static bool Covers(PathString path)
        => (path.StartsWithSegments("/api") && !IsBooking(path)) || path.StartsWithSegments("/ogc") || path.StartsWithSegments("/openapi");

    /// <summary>True for the booking addresses.</summary>
    public static bool IsBooking(PathString path) => path.StartsWithSegments("/api/v1/bookings");
}
