namespace Jizhou.Public.Api.Places.Geo;

/// <summary>The coordinate systems a client may speak; everything is stored in WGS-84.</summary>
public enum Crs
{
    /// <summary>WGS-84: satellites, phones, OpenStreetMap.</summary>
    Wgs84,

    /// <summary>GCJ-02: Amap, Tencent and other maps published in China.</summary>
    Gcj02,

    /// <summary>BD-09: Baidu maps, GCJ-02 shifted once more.</summary>
    Bd09,
}

/// <summary>The codes of coordinate systems on the wire.</summary>
public static class CrsCodes
{
    /// <summary>The code of a system: <c>wgs84</c>, <c>gcj02</c> or <c>bd09</c>.</summary>
    public static string Code(this Crs crs) => crs switch
    {
        Crs.Gcj02 => "gcj02",
        Crs.Bd09 => "bd09",
        _ => "wgs84",
    };

    /// <summary>Reads a code exactly as written above; anything else is refused.</summary>
    public static bool TryParse(string? code, out Crs crs)
    {
        crs = code switch { "gcj02" => Crs.Gcj02, "bd09" => Crs.Bd09, _ => Crs.Wgs84 };
        return code is "wgs84" or "gcj02" or "bd09";
    }
}
