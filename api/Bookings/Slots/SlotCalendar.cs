using Jizhou.Public.Content;
using Jizhou.Public.Content.Bulky;

namespace Jizhou.Public.Api.Bookings.Slots;

/// <summary>What can be said of a slot.</summary>
public enum SlotState
{
    /// <summary>Takes bookings.</summary>
    Open,

    /// <summary>No stop left, or not even the smallest thing fits.</summary>
    Full,

    /// <summary>A collection day on which no truck goes out.</summary>
    Closed,

    /// <summary>The year's holiday notice is not on record: the day is provisional (暂定).</summary>
    NotOnRecord,
}

/// <summary>One slot as residents see it.</summary>
/// <param name="Id">Area, date and window.</param>
/// <param name="Window">The window, with its times.</param>
/// <param name="State">What can be said of it.</param>
/// <param name="Available">Can it be chosen for the volume asked about?</param>
/// <param name="Reason">Why it is closed or provisional, in Chinese; null otherwise.</param>
public sealed record OfferedSlot(SlotId Id, PickupWindow Window, SlotState State, bool Available, string? Reason);

/// <summary>What is taken of a slot.</summary>
/// <param name="Stops">Addresses.</param>
/// <param name="Litres">Volume.</param>
/// <param name="Shares">Volume by code of the service; null when nothing is.</param>
public readonly record struct Taken(int Stops, int Litres, IReadOnlyDictionary<string, int>? Shares = null);

/// <summary>For whom and for what a slot is wanted.</summary>
/// <param name="Booker">The class that books.</param>
/// <param name="Services">What is to be fetched; empty when it is not known yet, which counts as a service that does not run on public holidays.</param>
public sealed record SlotWish(BookingClass Booker, IReadOnlyList<PickupService> Services)
{
    /// <summary>Does everything wanted run on public holidays?</summary>
    public bool RunsOnHolidays => Services.Count > 0 && Services.All(s => s.OnHolidays);

    /// <summary>The wish of a resident who has not said what.</summary>
    public static SlotWish Anything(BulkyBook book) => new(book.DefaultClass, []);

    /// <summary>Is this a weekday for the class and for all services?</summary>
    public bool Runs(DayOfWeek day) => Booker.Runs(day) && Services.All(s => s.Runs(day));
}

/// <summary>
/// Which slots an area offers: its weekdays, minus public holidays and closed days, plus make-up workdays, from the first
/// day whose cut-off has not passed to the horizon. Pure: a test is a table of dates.
/// </summary>
public static class SlotCalendar
{
    /// <summary>The slots from a day on, in order of date and window.</summary>
    /// <param name="book">Rules, and the catalogue for the smallest volume.</param>
    /// <param name="area">The area asked about.</param>
    /// <param name="wish">For whom and what.</param>
    /// <param name="holidays">The official calendar.</param>
    /// <param name="taken">What is taken; slots that are missing are empty.</param>
    /// <param name="now">The instant of asking.</param>
    /// <param name="from">First day wanted.</param>
    /// <param name="litres">Volume wanted.</param>
    public static IReadOnlyList<OfferedSlot> Open(BulkyBook book, ServiceArea area, SlotWish wish, HolidayCalendar holidays,
        IReadOnlyDictionary<SlotId, Taken> taken, DateTimeOffset now, DateOnly from, int litres) => [.. Each(book, area, wish, holidays, taken, now, from, litres)];

    /// <summary>The same one after the other, for who needs only the first of them.</summary>
    public static IEnumerable<OfferedSlot> Each(BulkyBook book, ServiceArea area, SlotWish wish, HolidayCalendar holidays,
        IReadOnlyDictionary<SlotId, Taken> taken, DateTimeOffset now, DateOnly from, int litres)
    {
        var (first, last) = Horizon(book.Rules, now);
        for (var date = from > first ? from : first; date <= last; date = date.AddDays(1))
        {
            if (!CutOff.IsBefore(now, date, book.Rules, holidays))
            {
                continue;
            }

            foreach (var window in book.Rules.Windows)
            {
                var id = new SlotId(area.Code, date, window.Code);
                if (DayOf(book.Rules, area, wish, holidays, id) is not { } day)
                {
                    continue;
                }

                yield return Offer(id, window, day, area, wish, taken.GetValueOrDefault(id), litres, book.Catalogue.SmallestLitres);
            }
        }
    }

    /// <summary>First and last day that may be offered at an instant: tomorrow and the horizon.</summary>
    public static (DateOnly First, DateOnly Last) Horizon(BulkyRules rules, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.ToOffset(TimeSpan.FromHours(8)).DateTime);
        return (today.AddDays(1), today.AddDays(rules.HorizonDays));
    }

    /// <summary>Why a slot cannot be chosen now, whatever is taken of it; null when it can.</summary>
    public static string? WhyNot(SlotId id, SlotWish wish, BulkyBook book, HolidayCalendar holidays, DateTimeOffset now)
    {
        var (first, last) = Horizon(book.Rules, now);
        if (book.Area(id.Area) is not { } area || book.Rules.Window(id.Window) is null || DayOf(book.Rules, area, wish with { Services = [] }, holidays, id) is null)
        {
            return "这一天这个片区不收运";
        }

        if (DayOf(book.Rules, area, wish, holidays, id) is not { } day)
        {
            return $"这一天不收{string.Join('、', wish.Services.Where(s => !s.Runs(id.Date.DayOfWeek)).Select(s => s.Name))}";
        }

        if (id.Date < first || id.Date > last)
        {
            return $"只能预约 {first:yyyy-MM-dd} 到 {last:yyyy-MM-dd} 之间的日期";
        }

        if (!CutOff.IsBefore(now, id.Date, book.Rules, holidays))
        {
            return $"{id.Date:M月d日} 的预约已在 {CutOff.Of(id.Date, book.Rules, holidays):M月d日 HH:mm} 截止";
        }

        return day.Bookable ? null : day.Reason;
    }

    // What operators decided about the window stands above what content says of the day, but makes no collection day of a holiday.
    private static Day? DayOf(BulkyRules rules, ServiceArea area, SlotWish wish, HolidayCalendar holidays, SlotId id)
    {
        var (date, state) = (id.Date, holidays.StateOf(id.Date));
        var ordinary = area.Weekdays.Contains(date.DayOfWeek);
        var makeUp = state == DayState.Makeup && area.MakeUpDays; // worked by everybody, whatever weekday it is
        if (!makeUp && !(ordinary && wish.Runs(date.DayOfWeek)))
        {
            return null;
        }

        var decided = area.ClosingOn(date, id.Window);
        if (decided is { Kind: ClosingKind.Closed })
        {
            return new Day(SlotState.Closed, decided.Words, Bookable: false);
        }

        if (decided is not { Kind: ClosingKind.Open } && rules.ClosedDays.TryGetValue(date, out var reason))
        {
            return new Day(SlotState.Closed, reason, Bookable: false);
        }

        var day = state switch
        {
            DayState.Holiday when wish.RunsOnHolidays => new Day(SlotState.Open, null, Bookable: true),
            DayState.Holiday => new Day(SlotState.Closed, $"{holidays.Special(date)?.Name}放假", Bookable: false),
            DayState.Unknown => new Day(SlotState.NotOnRecord, $"本站还没有收录 {date.Year} 年放假安排", area.WithoutNotice),
            _ => new Day(SlotState.Open, null, Bookable: true),
        };
        return decided is { Kind: ClosingKind.Stopped } && day.Bookable ? new Day(SlotState.Full, decided.Words, Bookable: false) : day;
    }

    private static OfferedSlot Offer(SlotId id, PickupWindow window, Day day, ServiceArea area, SlotWish wish, Taken taken, int litres, int smallest)
    {
        var capacity = area.CapacityOn(id.Date, id.Window);
        var whole = capacity.Litres - taken.Litres;
        var shares = wish.Services.Select(s => s.LitresOf(capacity) - (taken.Shares?.GetValueOrDefault(s.Code) ?? 0)).ToList();
        var full = day.Bookable && (taken.Stops >= capacity.Stops || shares.Append(whole).Min() < smallest);
        var fits = litres <= whole && (shares.Count != 1 || litres <= shares[0]); // how a volume splits over several services is known at the hold only
        return new OfferedSlot(id, window, full ? SlotState.Full : day.State, day.Bookable && !full && fits, day.Reason);
    }

    private sealed record Day(SlotState State, string? Reason, bool Bookable);
}
