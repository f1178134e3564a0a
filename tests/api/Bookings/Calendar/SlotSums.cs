using Dapper;
using Jizhou.Public.Api.Platform.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Bookings.Calendar;

/// <summary>Counts from the bookings and holds what must be taken of every slot, and compares it with what the slots say.</summary>
internal static class SlotSums
{
    /// <summary>Nothing is over-booked, lost or counted twice.</summary>
    public static async Task AssertRightAsync(ApiServer server)
    {
        var database = server.Services.GetRequiredService<IDatabase>();
        var jobs = await database.ReadAsync(async c => (await c.QueryAsync<(string Slot, string Address, long Litres)>("""
            SELECT slot, address_key, litres FROM booking WHERE state <> 'cancelled'
            UNION ALL SELECT slot, address_key, litres FROM booking_hold WHERE state = 'held'
            """)).ToList(), CancellationToken.None);
        var slots = await database.ReadAsync(async c => (await c.QueryAsync<(string Slot, long Stops, long Litres, long StopsCapacity, long LitresCapacity)>(
            "SELECT slot, stops_taken, litres_taken, stops_capacity, litres_capacity FROM booking_slot")).ToList(), CancellationToken.None);
        Assert.NotEmpty(slots);
        foreach (var slot in slots)
        {
            var own = jobs.Where(job => job.Slot == slot.Slot).ToList();
            Assert.Equal((slot.Slot, (long)own.Select(job => job.Address).Distinct(StringComparer.Ordinal).Count(), own.Sum(job => job.Litres)), (slot.Slot, slot.Stops, slot.Litres));
            Assert.True(slot.Stops <= slot.StopsCapacity && slot.Litres <= slot.LitresCapacity, slot.Slot);
        }

        Assert.Empty(jobs.Select(job => job.Slot).Except(slots.Select(slot => slot.Slot)));
    }
}
