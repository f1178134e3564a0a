using System.Globalization;
using Jizhou.Public.Api.Bookings.Calendar;
using Jizhou.Public.Api.Bookings.Calendar.Postponing;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Content.Bulky;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Bookings.Calendar;

/// <summary>A dispatcher's hands on a server's calendar, without the pages.</summary>
internal sealed class Dispatcher(ApiServer server)
{
    private static readonly Actor Who = new("li", "dispatcher");

    private CalendarDesk Desk => server.Services.GetRequiredService<CalendarDesk>();

    /// <summary>The runner of the server.</summary>
    public PostponeRunner Runner => server.Services.GetRequiredService<PostponeRunner>();

    /// <summary>Slots of centre: <c>2026-11-25.morning</c>.</summary>
    public static SlotId[] Slots(params IEnumerable<string> slots) => [.. slots.Select(slot => SlotId.TryParse("centre." + slot, out var id) ? id : throw new FormatException(slot))];

    /// <summary>Both windows of some days.</summary>
    public static SlotId[] Days(params IEnumerable<string> days) => Slots(days.SelectMany(day => new[] { day + ".morning", day + ".afternoon" }));

    /// <summary>All weekdays from a day on.</summary>
    public static IEnumerable<string> WeekdaysFrom(string day, int count) => Enumerable.Range(0, count).Select(i => DateOnly.Parse(day, CultureInfo.InvariantCulture).AddDays(i))
        .Where(date => date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).Select(date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Closes slots.</summary>
    public Task<int> CloseAsync(params SlotId[] slots) => CloseSlots.RunAsync(slots, ClosingKind.Closed, "snow", "因降雪停收", Who, Desk, CancellationToken.None);

    /// <summary>Stops further bookings.</summary>
    public Task<int> StopAsync(params SlotId[] slots) => CloseSlots.RunAsync(slots, ClosingKind.Stopped, ClosingReasons.Stopped, ChangeCapacity.StoppedWords, Who, Desk, CancellationToken.None);

    /// <summary>Opens slots.</summary>
    public Task<int> OpenAsync(params SlotId[] slots) => ReopenSlots.RunAsync(slots, Who, Desk, CancellationToken.None);

    /// <summary>Sets what a slot takes.</summary>
    public Task<IReadOnlyList<ChangeCapacity.Over>> CapacityAsync(string slot, int stops, int litres = 60_000, bool stop = false)
    {
        var id = Slots(slot)[0];
        return ChangeCapacity.RunAsync(new("centre", id.Date, id.Date.DayOfWeek, id.Window, new(stops, litres)), stop, Who, Desk, CancellationToken.None);
    }

    /// <summary>Sets what a window takes on a weekday.</summary>
    public Task<IReadOnlyList<ChangeCapacity.Over>> CapacityAsync(DayOfWeek weekday, string window, int stops, bool stop = false) =>
        ChangeCapacity.RunAsync(new("centre", null, weekday, window, new(stops, 60_000)), stop, Who, Desk, CancellationToken.None);

    /// <summary>Calls slots off without moving anybody yet.</summary>
    public async Task<long> CallOffAsync(params SlotId[] slots) => (await PostponeDay.RunAsync(slots, "snow", "因降雪停收", Who, Desk, CancellationToken.None))[0];

    /// <summary>Calls slots off and moves everybody.</summary>
    public async Task<long> PostponeAsync(params SlotId[] slots)
    {
        var number = await CallOffAsync(slots);
        await Runner.RunAsync(number);
        return number;
    }
}
