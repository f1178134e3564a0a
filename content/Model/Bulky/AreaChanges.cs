namespace Jizhou.Public.Content.Bulky;

/// <summary>What operators decided about single slots and weekdays of an area while the program runs; it stands above what content says.</summary>
/// <param name="Closings">Slots without pickup, without further bookings, or open although content closes the day.</param>
/// <param name="OnDates">What a slot takes.</param>
/// <param name="OnWeekdays">What a window takes on every such weekday, unless the date has its own.</param>
public sealed record AreaChanges(
    IReadOnlyDictionary<(DateOnly Date, string Window), SlotClosing> Closings,
    IReadOnlyDictionary<(DateOnly Date, string Window), SlotAmount> OnDates,
    IReadOnlyDictionary<(DayOfWeek Weekday, string Window), SlotAmount> OnWeekdays)
{
    /// <summary>Nothing was decided.</summary>
    public static AreaChanges None { get; } = new(
        new Dictionary<(DateOnly, string), SlotClosing>(), new Dictionary<(DateOnly, string), SlotAmount>(), new Dictionary<(DayOfWeek, string), SlotAmount>());
}

/// <summary>What was decided about a slot.</summary>
public enum ClosingKind
{
    /// <summary>No truck goes out.</summary>
    Closed,

    /// <summary>What is booked is collected; nothing more is taken.</summary>
    Stopped,

    /// <summary>Open, although content closes the day.</summary>
    Open,
}

/// <summary>A decision about a slot.</summary>
/// <param name="Kind">What was decided.</param>
/// <param name="Reason">Code of the reason, e.g. <c>snow</c>.</param>
/// <param name="Words">What residents read, e.g. 降雪停收.</param>
/// <param name="At">When it was decided.</param>
public sealed record SlotClosing(ClosingKind Kind, string Reason, string Words, DateTimeOffset At);

/// <summary>How much a slot takes.</summary>
/// <param name="Stops">Addresses.</param>
/// <param name="Litres">Volume.</param>
public readonly record struct SlotAmount(int Stops, int Litres);
