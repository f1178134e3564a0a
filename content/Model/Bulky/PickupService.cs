namespace Jizhou.Public.Content.Bulky;

/// <summary>What a truck comes for. Its code is the category of its items.</summary>
/// <param name="Code">Code on the wire.</param>
/// <param name="Name">What people read.</param>
/// <param name="Weekdays">Days on which it runs; empty for every day of the area.</param>
/// <param name="SharePercent">How much of a slot's volume it may fill, 1 to 100.</param>
/// <param name="OnHolidays">Does it run on public holidays?</param>
public sealed record PickupService(string Code, string Name, IReadOnlyList<DayOfWeek> Weekdays, int SharePercent, bool OnHolidays)
{
    /// <summary>Does it run on this weekday?</summary>
    public bool Runs(DayOfWeek day) => Weekdays.Count == 0 || Weekdays.Contains(day);

    /// <summary>The volume it may fill of a slot that takes so much; rounded down.</summary>
    public int LitresOf(SlotCapacity capacity) => (int)((long)capacity.Litres * SharePercent / 100);
}
