namespace Jizhou.Public.Content.Bulky;

/// <summary>The rules of booking, as data.</summary>
/// <param name="Sample">True while the numbers are samples (示例).</param>
/// <param name="Note">What people are told about the sample, in Chinese.</param>
/// <param name="CutOff">The last minute, on the working day before, at which a day can be booked, changed or cancelled.</param>
/// <param name="HorizonDays">How many days ahead dates are offered.</param>
/// <param name="HoldFor">How long a chosen slot is kept.</param>
/// <param name="LookupFor">How long the token of a look-up lasts.</param>
/// <param name="MissedDays">Working days after the pickup within which a missed one can be reported.</param>
/// <param name="KeepDays">Days after the pickup for which personal data is kept.</param>
/// <param name="Windows">Parts of the day, in order.</param>
/// <param name="ClosedDays">Days without pickup beside public holidays, with their reason in Chinese.</param>
public sealed record BulkyRules(bool Sample, string Note, TimeOnly CutOff, int HorizonDays, TimeSpan HoldFor, TimeSpan LookupFor,
    int MissedDays, int KeepDays, IReadOnlyList<PickupWindow> Windows, IReadOnlyDictionary<DateOnly, string> ClosedDays)
{
    /// <summary>The window with this code; null when there is none.</summary>
    public PickupWindow? Window(string code) => Windows.FirstOrDefault(w => w.Code == code);
}

/// <summary>A part of the day.</summary>
/// <param name="Code">Code on the wire, e.g. <c>morning</c>.</param>
/// <param name="Name">What people read, e.g. 上午.</param>
/// <param name="StartsAt">Local time at which it begins.</param>
/// <param name="EndsAt">Local time at which it ends; after the beginning.</param>
public sealed record PickupWindow(string Code, string Name, TimeOnly StartsAt, TimeOnly EndsAt);

/// <summary>Townships that one round covers.</summary>
/// <param name="Code">Code on the wire.</param>
/// <param name="Name">What people read, e.g. 北部山区片.</param>
/// <param name="Townships">9-digit codes.</param>
/// <param name="Weekdays">Ordinary collection days.</param>
/// <param name="Capacity">What each window takes.</param>
/// <param name="MakeUpDays">Does it collect on make-up workdays (调休上班)?</param>
/// <param name="WithoutNotice">Does it offer ordinary weekdays as provisional (暂定) in a year whose holiday notice is not on record?</param>
public sealed record ServiceArea(string Code, string Name, IReadOnlyList<string> Townships, IReadOnlyList<DayOfWeek> Weekdays,
    SlotCapacity Capacity, bool MakeUpDays, bool WithoutNotice)
{
    /// <summary>What operators decided beside it.</summary>
    public AreaChanges Changes { get; init; } = AreaChanges.None;

    /// <summary>What a window of a date takes: its own number, else that of the weekday, else the area's.</summary>
    public SlotCapacity CapacityOn(DateOnly date, string window) =>
        Changes.OnDates.TryGetValue((date, window), out var amount) || Changes.OnWeekdays.TryGetValue((date.DayOfWeek, window), out amount)
            ? Capacity with { Stops = amount.Stops, Litres = amount.Litres }
            : Capacity;

    /// <summary>What operators decided about a window of a date; null when nothing.</summary>
    public SlotClosing? ClosingOn(DateOnly date, string window) => Changes.Closings.GetValueOrDefault((date, window));
}

/// <summary>What one window of one day takes.</summary>
/// <param name="Stops">Addresses; two jobs of one address count once.</param>
/// <param name="Litres">Volume.</param>
public sealed record SlotCapacity(int Stops, int Litres);

/// <summary>What a pickup costs, dated.</summary>
/// <param name="Code">Which tariff it is a version of.</param>
/// <param name="Version">Name of this version; kept with every booking.</param>
/// <param name="InForceFrom">First day on which it holds.</param>
/// <param name="Sample">True while it is a sample (示例).</param>
/// <param name="Name">What people read.</param>
/// <param name="Note">What people must know about it.</param>
/// <param name="FenPerStop">Fee of a stop, in fen.</param>
/// <param name="FenPerCubicMetre">Fee of a cubic metre, in fen.</param>
public sealed record Tariff(string Code, string Version, DateOnly InForceFrom, bool Sample, string Name, string Note, int FenPerStop, int FenPerCubicMetre);
