using Jizhou.Public.Api.Bookings.Slots;

namespace Jizhou.Public.Api.Bookings.Calendar.Postponing;

/// <summary>A day of an area that was called off.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Area">Code of the area.</param>
/// <param name="Date">The day.</param>
/// <param name="Windows">Codes of the windows, in the order of the day.</param>
/// <param name="Reason">Code of the reason.</param>
/// <param name="Words">What residents read.</param>
/// <param name="IsDone">Has every booking been seen to?</param>
/// <param name="By">Account of the operator.</param>
/// <param name="CreatedAt">When it was called off.</param>
public sealed record Postponement(long Number, string Area, DateOnly Date, IReadOnlyList<string> Windows, string Reason, string Words, bool IsDone, string By, DateTimeOffset CreatedAt)
{
    /// <summary>The slots that were called off.</summary>
    public IReadOnlyList<SlotId> Slots => [.. Windows.Select(window => new SlotId(Area, Date, window))];
}

/// <summary>Where a booking went.</summary>
/// <param name="Label">Its label as it is now.</param>
/// <param name="From">The slot that was called off.</param>
/// <param name="To">The new slot; null while none has room.</param>
public sealed record PostponedMove(string Label, SlotId From, SlotId? To);
