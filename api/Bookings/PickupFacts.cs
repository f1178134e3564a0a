using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Content;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings;

/// <summary>What the operations decide by: rules, calendar, villages. Immutable.</summary>
/// <param name="Book">Rules, areas, catalogue, tariff.</param>
/// <param name="Holidays">The official calendar.</param>
/// <param name="Geo">Townships and villages.</param>
public sealed record PickupFacts(BulkyBook Book, HolidayCalendar Holidays, Geography Geo)
{
    private const int NearestCount = 5;

    /// <summary>The facts of a content folder; refuses one that has no data/bulky.</summary>
    public static PickupFacts Of(ContentFolder content) => new(
        content.Bulky ?? throw new StartFailedException("无法启动：内容文件夹里没有 data/bulky。", "Mend: restore content/data/bulky."), content.Calendar, content.Geo);

    /// <summary>The village, with its township and service area; null for a code nobody can book for.</summary>
    public BookedVillage? Village(string code) =>
        Geo.Village(code) is { Offered: true } village && Geo.Township(village.Township) is { } township && Book.AreaOf(township.Code) is { } area
            ? new BookedVillage(village, township, area)
            : null;

    /// <summary>The villages closest to what was written: names that contain it, else codes with the longest common beginning.</summary>
    public IReadOnlyList<VillageName> Nearest(string written)
    {
        var offered = Geo.Villages.Where(v => v.Offered);
        var found = written.Length > 0 && !char.IsAsciiDigit(written[0])
            ? offered.Where(v => v.Label.Contains(written, StringComparison.Ordinal))
            : offered.Where(v => CommonStart(v.Code, written) >= 9).OrderByDescending(v => CommonStart(v.Code, written)).ThenBy(v => v.Code, StringComparer.Ordinal);
        return [.. found.Take(NearestCount).Select(v => new VillageName(v.Code, v.Label))];
    }

    private static int CommonStart(string a, string b)
    {
        var same = 0;
        while (same < a.Length && same < b.Length && a[same] == b[same])
        {
            same++;
        }

        return same;
    }
}

/// <summary>A village that can be booked for.</summary>
/// <param name="Village">The village.</param>
/// <param name="Township">Its township.</param>
/// <param name="Area">The area that serves it.</param>
public sealed record BookedVillage(Village Village, Township Township, ServiceArea Area)
{
    private static readonly string[] Endings = ["满族乡", "街道", "镇", "乡"];

    /// <summary>The township as people say it on a label: 渔阳 for 渔阳镇, 孙各庄 for 孙各庄满族乡.</summary>
    public string ShortTownship => Endings.Where(e => Township.Name.EndsWith(e, StringComparison.Ordinal) && Township.Name.Length > e.Length)
        .Select(e => Township.Name[..^e.Length]).FirstOrDefault() ?? (Township.Name.EndsWith("经济开发区", StringComparison.Ordinal) ? "开发区" : Township.Name);
}
