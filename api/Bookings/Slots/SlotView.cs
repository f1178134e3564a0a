using System.Globalization;

namespace Jizhou.Public.Api.Bookings.Slots;

/// <summary>A slot as it goes over the wire with a hold or a booking.</summary>
/// <param name="Id">The written form.</param>
/// <param name="Date">Day of the pickup.</param>
/// <param name="Window">Code of the window.</param>
/// <param name="StartsAt">Local time, <c>08:00</c>.</param>
/// <param name="EndsAt">Local time, <c>12:00</c>.</param>
/// <param name="Area">Code of the service area.</param>
public sealed record SlotView(string Id, DateOnly Date, string Window, string StartsAt, string EndsAt, string Area)
{
    /// <summary>The view of a slot; a window that content no longer knows has empty times.</summary>
    public static SlotView Of(SlotId slot, PickupFacts facts)
    {
        var window = facts.Book.Rules.Window(slot.Window);
        return new SlotView(slot.ToString(), slot.Date, slot.Window, Time(window?.StartsAt), Time(window?.EndsAt), slot.Area);
    }

    /// <summary>A time as it goes over the wire.</summary>
    public static string Time(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";
}
