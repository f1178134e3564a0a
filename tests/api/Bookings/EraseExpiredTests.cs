using System.Net;
using Jizhou.Public.Api.Platform.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Bookings;

/// <summary>Personal data goes when the privacy page says it goes: 180 days after the pickup, once, and for good.</summary>
public abstract class EraseExpiredTests(BookingServers servers)
{
    [Fact]
    public async Task On_the_180th_day_after_the_pickup_the_person_is_gone_and_not_a_day_earlier()
    {
        using var own = await servers.NewAsync();
        var resident = new Resident(own.Http);
        var booked = await resident.BookedAsync("centre.2026-11-24.morning", name: "张三");
        var reference = booked.GetProperty("reference").GetString()!;
        var erase = own.Services.GetServices<IExpiringData>().Single(data => data.Name.English == "bookings");

        own.Clock.Advance(new DateTimeOffset(2027, 5, 22, 23, 59, 0, TimeSpan.FromHours(8)) - own.Clock.GetUtcNow());
        Assert.Equal(0, await erase.EraseAsync(CancellationToken.None));
        using var still = await resident.LookUpAsync(reference);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);

        own.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await erase.EraseAsync(CancellationToken.None));
        Assert.Equal(0, await erase.EraseAsync(CancellationToken.None));
        using var gone = await resident.LookUpAsync(reference);
        Assert.Equal("booking_not_found", await Resident.Refused(gone, HttpStatusCode.NotFound));
    }
}

/// <summary>On the embedded database.</summary>
public sealed class EraseExpiredOnSqliteTests(SqliteBookings servers) : EraseExpiredTests(servers), IClassFixture<SqliteBookings>;

/// <summary>On a real PostgreSQL.</summary>
public sealed class EraseExpiredOnPostgresTests(PostgresBookings servers) : EraseExpiredTests(servers), IClassFixture<PostgresBookings>;
