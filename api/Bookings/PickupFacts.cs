using Jizhou.Public.Api.Bookings.Calendar;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Content;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings;

/// <summary>
/// What the operations decide by: rules, calendar, villages. Content gives them, operators change the calendar while the program runs;
/// what is asked here is always one whole snapshot of both, swapped by <see cref="Replace"/>.
/// </summary>
public sealed class PickupFacts
{
    private const int NearestCount = 5;
    private readonly BulkyBook _contentBook;
    private readonly HolidayCalendar _contentHolidays;
    private volatile Snapshot _now;

    /// <summary>Facts of content alone.</summary>
    public PickupFacts(BulkyBook book, HolidayCalendar holidays, Geography geo)
    {
        (_contentBook, _contentHolidays, Geo) = (book, holidays, geo);
        _now = new Snapshot(book, holidays, 0);
    }

    /// <summary>Rules, areas, catalogue, tariff; the areas know what operators decided about their days.</summary>
    public BulkyBook Book => _now.Book;

    /// <summary>The official calendar, with the notices that were loaded.</summary>
    public HolidayCalendar Holidays => _now.Holidays;

    /// <summary>Townships and villages.</summary>
    public Geography Geo { get; }

    /// <summary>The version of the operators' changes that this is made from; 0 for content alone.</summary>
    public long CalendarVersion => _now.Version;

    /// <summary>The official calendar of content alone.</summary>
    public HolidayCalendar ContentHolidays => _contentHolidays;

    /// <summary>The facts of a content folder; refuses one that has no data/bulky.</summary>
    public static PickupFacts Of(ContentFolder content) => new(
        content.Bulky ?? throw new StartFailedException("无法启动：内容文件夹里没有 data/bulky。", "Mend: restore content/data/bulky."), content.Calendar, content.Geo);

    /// <summary>Swaps in what operators changed, on top of content.</summary>
    public void Replace(CalendarChanges changes) => _now = new Snapshot(
        _contentBook with { Areas = [.. _contentBook.Areas.Select(area => area with { Changes = changes.Areas.GetValueOrDefault(area.Code, AreaChanges.None) })] },
        changes.Notices.Aggregate(_contentHolidays, (holidays, notice) => holidays.With(notice)), changes.Version);

    /// <summary>The village, with its township and service area; null for a code nobody can book for.</summary>
    public BookedVillage? Village(string code) =>
        Geo.Village(code) is { Offered: true } village && Geo.Township(village.Township) is { } township && Book.AreaOf(township.Code) is { } area
            ? new BookedVillage(village, township, area)
            : null;

    /// <summary>The class with this code, the usual one when none is named; null for a code that nobody is.</summary>
    public BookingClass? Booker(string? code) => code is null ? Book.DefaultClass : Book.Class(code);

    /// <summary>The wish of a class for the services of some shares; a service that content no longer knows is left out.</summary>
    public SlotWish WishOf(BookingClass booker, string shares) =>
        new(booker, [.. SlotShares.Read(shares).Select(s => Book.Service(s.Service)).OfType<PickupService>()]);

    /// <summary>What a slot takes, as a whole and of each service; nothing for an area that is no more.</summary>
    public SlotRoom RoomOf(SlotId slot)
    {
        var capacity = Book.Area(slot.Area)?.CapacityOn(slot.Date, slot.Window) ?? new SlotCapacity(0, 0);
        return new SlotRoom(capacity, Book.Services.ToDictionary(s => s.Code, s => s.LitresOf(capacity), StringComparer.Ordinal));
    }

    /// <summary>
    /// The villages closest to what was written. A name: those that contain it or are contained in it, else those with the most characters in common. A code: those
    /// with the longest common beginning, or with at most two other digits.
    /// </summary>
    public IReadOnlyList<VillageName> Nearest(string written)
    {
        var offered = Geo.Villages.Where(v => v.Offered).ToList();
        var isName = written.Length is > 0 and <= 40 && !char.IsAsciiDigit(written[0]);
        var found = (isName ? offered.Select(v => (Village: v, Rank: Alike(v.Label, written))) : offered.Select(v => (Village: v, Rank: CodeAlike(v.Code, written))))
            .Where(v => v.Rank > 0).OrderByDescending(v => v.Rank).ThenBy(v => v.Village.Code, StringComparer.Ordinal);
        return [.. found.Take(NearestCount).Select(v => new VillageName(v.Village.Code, v.Village.Label))];
    }

    // 1000 and more when one contains the other; else the part of characters in common, if it is at least half.
    private static int Alike(string name, string written)
    {
        if (name.Contains(written, StringComparison.Ordinal) || (name.Length > 1 && written.Contains(name, StringComparison.Ordinal)))
        {
            return 2000 - Math.Abs(name.Length - written.Length);
        }

        var common = written.Distinct().Count(c => c != '村' && name.Contains(c, StringComparison.Ordinal));
        return 2 * common >= written.Distinct().Count(c => c != '村') ? 100 * common / name.Length : 0;
    }

    private static int CodeAlike(string code, string written)
    {
        var same = CommonStart(code, written);
        var other = code.Length == written.Length ? code.Zip(written).Count(pair => pair.First != pair.Second) : int.MaxValue;
        return other <= 2 ? 100 - other : same >= 9 ? same : 0;
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

    private sealed record Snapshot(BulkyBook Book, HolidayCalendar Holidays, long Version);
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
