namespace Jizhou.Public.Content;

/// <summary>The yearly notice about holidays and make-up days, as an editor loads it.</summary>
/// <param name="Year">The year it is about.</param>
/// <param name="Source">Title of the document it was copied from; never blank.</param>
/// <param name="IssuedOn">Its date.</param>
/// <param name="Days">Holidays and make-up days, by date; none twice. A few may stand in the December before.</param>
public sealed record HolidayNotice(int Year, string Source, DateOnly IssuedOn, IReadOnlyList<SpecialDay> Days)
{
    /// <summary>Days off.</summary>
    public IEnumerable<SpecialDay> Holidays => Days.Where(day => day.State == DayState.Holiday);

    /// <summary>Saturdays and Sundays that are worked (调休).</summary>
    public IEnumerable<SpecialDay> MakeupWorkdays => Days.Where(day => day.State == DayState.Makeup);
}
