using System.Globalization;

namespace Jizhou.Public.Api.Bookings.Slots;

/// <summary>A slot (时段): area × date × window, written <c>centre.2026-11-25.morning</c>.</summary>
/// <param name="Area">Code of the service area.</param>
/// <param name="Date">Day of the pickup, Asia/Shanghai.</param>
/// <param name="Window">Code of the part of the day.</param>
public readonly record struct SlotId(string Area, DateOnly Date, string Window)
{
    /// <summary>Reads the written form; whether area and window exist is the calendar's business.</summary>
    public static bool TryParse(string? text, out SlotId slot)
    {
        slot = default;
        if (text is not { Length: <= 80 } || text.Split('.') is not [{ Length: > 0 } area, var day, { Length: > 0 } window]
            || !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return false;
        }

        slot = new SlotId(area, date, window);
        return true;
    }

    /// <summary>The written form.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Area}.{Date:yyyy-MM-dd}.{Window}");
}
