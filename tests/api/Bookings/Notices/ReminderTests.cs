using Jizhou.Public.ApiTests.Platform.Notices;

namespace Jizhou.Public.ApiTests.Bookings.Notices;

/// <summary>Three days and one day before, once each: never for a cancelled or past booking, and for the new day after a change.</summary>
public abstract class ReminderTests(BookingServers servers) : IAsyncLifetime
{
    private WebhookReceiver _receiver = null!;

    [Fact]
    public async Task Each_booking_is_reminded_twice_of_the_day_it_has_and_of_no_other()
    {
        using var server = await servers.NewAsync(NoticeServers.To(_receiver));
        var resident = new Resident(server.Http);
        var stays = await resident.BookedAsync("centre.2026-12-03.morning");
        var cancelled = await resident.BookedAsync("centre.2026-12-03.afternoon", address: "东街1号");
        var moved = await new Resident(server.Http).BookedAsync("centre.2026-12-03.afternoon");
        var postponed = await new Resident(server.Http).BookedAsync("centre.2026-12-03.afternoon");
        var collected = await new Resident(server.Http).BookedAsync("centre.2026-12-03.afternoon");
        await server.SendAsync();
        await resident.CancelledAsync(cancelled);
        await new Resident(server.Http).AmendAsync(moved, "centre.2026-12-08.morning");
        await server.SendAsync();
        var labels = new Dictionary<string, string>
        {
            [NoticeServers.LabelOf(stays)] = "stays", [NoticeServers.LabelOf(cancelled)] = "cancelled", [NoticeServers.LabelOf(collected)] = "collected",
            [_receiver.Hooks.Single(h => h.Text("type") == "booking.amended").Text("label")!] = "moved",
        };
        _receiver.Clear();

        List<string> told = [];
        for (var day = new DateOnly(2026, 11, 29); day <= new DateOnly(2026, 12, 10); day = day.AddDays(1))
        {
            foreach (var time in (string[])["08:59", "09:00", "19:59", "20:00", "23:59"])
            {
                server.Clock.Set($"{day:yyyy-MM-dd} {time}");
                if (day == new DateOnly(2026, 12, 2) && time == "08:59")
                {
                    await server.PostponeAsync(postponed, "centre.2026-12-09.morning");
                    await server.ChangeStateAsync(collected, "collected", "crew");
                    await server.SendAsync();
                    var hook = _receiver.Hooks.Single(h => h.Text("type") == "booking.postponed");
                    labels[hook.Text("label")!] = "postponed";
                    _receiver.Clear();
                }

                await server.SendAsync();
                told.AddRange(_receiver.Hooks.Select(h => $"{day:MM-dd} {time} {labels.GetValueOrDefault(h.Text("label")!, "first label")} {h.Json.GetProperty("daysBefore").GetInt32()} of {h.Text("date")}"));
                _receiver.Clear();
            }
        }

        Assert.Equal(
            [
                "11-30 09:00 collected 3 of 2026-12-03", "11-30 09:00 first label 3 of 2026-12-03", "11-30 09:00 stays 3 of 2026-12-03",
                "12-02 09:00 stays 1 of 2026-12-03",
                "12-05 09:00 moved 3 of 2026-12-08", "12-06 09:00 postponed 3 of 2026-12-09", "12-07 09:00 moved 1 of 2026-12-08", "12-08 09:00 postponed 1 of 2026-12-09",
            ],
            told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task After_the_job_was_down_only_what_is_still_true_is_told_and_once()
    {
        using var server = await servers.NewAsync(NoticeServers.To(_receiver));
        foreach (var day in (string[])["2026-12-03", "2026-12-09", "2026-12-16"])
        {
            await new Resident(server.Http).BookedAsync($"centre.{day}.morning");
        }

        await server.SendAsync();
        List<string> told = [];
        foreach (var up in (string[])[
            "2026-12-02 09:30", // two days down: the one for three days is stale, the one for tomorrow is not
            "2026-12-07 03:00", // never in the night
            "2026-12-07 14:00", // one day down: late, and right
            "2026-12-16 09:00", // on the day itself the truck may be there already
            "2026-12-31 09:00"])
        {
            _receiver.Clear();
            server.Clock.Set(up);
            await server.SendAsync();
            await server.SendAsync();
            told.AddRange(_receiver.Hooks.Select(h => $"{up} {h.Json.GetProperty("daysBefore").GetInt32()} of {h.Text("date")}"));
        }

        Assert.Equal(["2026-12-02 09:30 1 of 2026-12-03", "2026-12-07 14:00 3 of 2026-12-09"], told);
    }

    public async Task InitializeAsync() => _receiver = await WebhookReceiver.StartedAsync();

    public async Task DisposeAsync() => await _receiver.DisposeAsync();
}

/// <summary>On the embedded database.</summary>
public sealed class RemindersOnSqliteTests(SqliteBookings servers) : ReminderTests(servers), IClassFixture<SqliteBookings>;

/// <summary>On a real PostgreSQL.</summary>
public sealed class RemindersOnPostgresTests(PostgresBookings servers) : ReminderTests(servers), IClassFixture<PostgresBookings>;
