using System.Globalization;
using Jizhou.Public.Api.Places.Geo;

namespace Jizhou.Public.Api.Places.Directions;

/// <summary>
/// Writes the links to the four maps people here use, each in its own datum: a link in the wrong one ends some 500 m off. They
/// mark the place and nothing else: where the reader stands is never part of them.
/// </summary>
/// <remarks>
/// Public URI schemes: uri.amap.com/marker (GCJ-02, <c>coordinate=gaode</c>), api.map.baidu.com/marker (BD-09, <c>coord_type=bd09ll</c>),
/// apis.map.qq.com/uri/v1/marker (GCJ-02, <c>coord_type=2</c>) and maps.apple.com (in China drawn on GCJ-02 data).
/// </remarks>
public static class MapLinks
{
    private const string Source = "jizhou-public";

    /// <summary>The links to a place, always four and in the same order.</summary>
    public static IReadOnlyList<MapLink> To(Position position, string name, string? address)
    {
        var (gcj, bd) = (Crs.Gcj02.Code(), Crs.Bd09.Code());
        var (lng, lat) = Degrees(position, Crs.Gcj02);
        var (east, north) = Degrees(position, Crs.Bd09);
        var (title, words) = (Uri.EscapeDataString(Plain(name)), Uri.EscapeDataString(Plain(address ?? name)));
        return
        [
            new("amap", "高德地图", gcj, $"https://uri.amap.com/marker?position={lng},{lat}&name={title}&src={Source}&coordinate=gaode&callnative=1"),
            new("baidu", "百度地图", bd, $"https://api.map.baidu.com/marker?location={north},{east}&title={title}&content={words}&coord_type=bd09ll&output=html&src=webapp.{Source}"),
            new("tencent", "腾讯地图", gcj, $"https://apis.map.qq.com/uri/v1/marker?marker=coord:{lat},{lng};title:{title};addr:{words}&coord_type=2&referer={Source}"),
            new("apple", "苹果地图", gcj, $"https://maps.apple.com/?ll={lat},{lng}&q={title}"),
        ];
    }

    private static (string Lng, string Lat) Degrees(Position position, Crs crs)
    {
        var (lng, lat) = ChinaDatum.FromWgs84(position, crs);
        return (lng.ToString("F6", CultureInfo.InvariantCulture), lat.ToString("F6", CultureInfo.InvariantCulture));
    }

    // Tencent separates its parts by ";" and ":" even when they are escaped; a name keeps its meaning without them.
    private static string Plain(string words) => words.Replace(';', ' ').Replace(':', ' ').Trim();
}
