using System.Globalization;
using Jizhou.Public.Api.Places.Geo;

namespace Jizhou.Public.Api.Places.Directions;

/// <summary>
/// Writes the links to the four maps people here use, each in its own datum: a link in the wrong one ends some 500 m off. They
/// mark the place and nothing else: where the reader stands is never part of them.
/// </summary>
/// <remarks>
/// What each address means was compared on 2026-11-26 with its maker's documentation:
/// 高德开放平台 URI API “单点标注” (lbs.amap.com/api/uri-api/guide/mobile-web/point): longitude first, <c>coordinate=gaode</c> is GCJ-02;
/// 百度地图开放平台 “地图调起 URI API，Web 端” (lbsyun.baidu.com/index.php?title=uri/api/web, its table of parameters as others quote it): latitude first,
/// <c>coord_type=bd09ll</c>, title, content and output=html required, <c>src=webapp.company.app</c>;
/// 腾讯位置服务 URI API “自定义标注” (lbs.qq.com/webApi/uriV1/uriGuide/uriWebMarker): latitude first, <c>coord_type=2</c> is Tencent's own (GCJ-02),
/// title and addr required, markers stand apart by |;
/// Apple URL Scheme Reference “Map Links” (developer.apple.com): <c>ll</c> is latitude first and marks the place where <c>q</c> names it. Apple says
/// nothing of a datum; its map of China is drawn on data in GCJ-02, so that is what the link is written in.
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
            new("baidu", "百度地图", bd, $"https://api.map.baidu.com/marker?location={north},{east}&title={title}&content={words}&coord_type=bd09ll&output=html&src=webapp.jizhou.public"),
            new("tencent", "腾讯地图", gcj, $"https://apis.map.qq.com/uri/v1/marker?marker=coord:{lat},{lng};title:{title};addr:{words}&coord_type=2&referer={Source}"),
            new("apple", "苹果地图", gcj, $"https://maps.apple.com/?ll={lat},{lng}&q={title}"),
        ];
    }

    private static (string Lng, string Lat) Degrees(Position position, Crs crs)
    {
        var (lng, lat) = ChinaDatum.FromWgs84(position, crs);
        return (lng.ToString("F6", CultureInfo.InvariantCulture), lat.ToString("F6", CultureInfo.InvariantCulture));
    }

    // Tencent separates its parts by ";" and ":", and markers by "|", even when they are escaped; a name keeps its meaning without them.
    private static string Plain(string words) => words.Replace(';', ' ').Replace(':', ' ').Replace('|', ' ').Trim();
}
