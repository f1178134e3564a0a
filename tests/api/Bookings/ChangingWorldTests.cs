using System.Data.Common;
using System.Globalization;
using System.Net;
using Jizhou.Public.Api.Bookings;
using Jizhou.Public.Api.Bookings.Calendar;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Content.Bulky;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Bookings;

/// <summary>What changes between a hold and its confirmation: server, data, clock, calendar; and a change that fails half-way. Cases 6, 7, 14 and 15.</summary>
public abstract class ChangingWorldTests(BookingServers servers)
{
    [Fact]
    public async Task Hold_first_answer_and_quote_survive_a_restart_with_another_catalogue_and_tariff()
    {
        var (storage, key) = (await servers.StorageAsync(), Resident.NewKey());
        string confirmed, held, retired;
        byte[] first;
        using (var before = BookingServers.With(storage, []))
        {
            var resident = new Resident(before.Http) { Phone = "13900009901" };
            confirmed = await resident.HeldAsync("centre.2026-11-24.morning", "table");
            held = await new Resident(before.Http).HeldAsync("centre.2026-11-24.morning", "sofa");
            using var answer = await resident.ConfirmAsync(confirmed, key);
            await Resident.Expect(answer, HttpStatusCode.Created);
            first = await answer.Content.ReadAsByteArrayAsync();
            retired = (await new Resident(before.Http) { Phone = "13900009902" }.BookedAsync("centre.2026-11-24.morning", "sofa")).GetProperty("reference").GetString()!;
        }

        using var content = new ContentCopy().With("catalogue", ("code: sofa\n", "code: settee\n")).With("tariff", ("version: \"2026-1\"", "version: \"2026-2\""), ("fenPerStop: 0", "fenPerStop: 500"));
        using var after = BookingServers.With(storage, [content.Setting]);
        var again = new Resident(after.Http) { Phone = "13900009901" };
        using var replay = await again.ConfirmAsync(confirmed, key);
        Assert.Equal((HttpStatusCode.Created, Convert.ToBase64String(first)), (replay.StatusCode, Convert.ToBase64String(await replay.Content.ReadAsByteArrayAsync())));
        using var other = await again.ConfirmAsync(confirmed, key, note: "别的");
        Assert.Equal("idempotency_key_reused", await Resident.Refused(other, HttpStatusCode.UnprocessableEntity));

        // What was seen at the hold is what is booked, although the item is gone and pickups now cost something.
        using var late = await new Resident(after.Http).ConfirmAsync(held);
        var booked = await Resident.Expect(late, HttpStatusCode.Created);
        Assert.Equal(("沙发（两人以上）", 0, "2026-1"), (booked.GetProperty("items")[0].GetProperty("name").GetString(), booked.GetProperty("quote").GetProperty("fen").GetInt32(), booked.GetProperty("quote").GetProperty("tariff").GetString()));
        using var gone = await new Resident(after.Http).HoldAsync("centre.2026-11-24.morning", "sofa");
        Assert.Equal("item_unknown", (await Resident.Expect(gone, HttpStatusCode.UnprocessableEntity)).GetProperty("errors")[0].GetProperty("code").GetString());

        // A booking with a retired item can be moved; new items cost the new tariff.
        var owner = new Resident(after.Http) { Phone = "13900009902" };
        using var found = await owner.LookUpAsync(retired);
        var token = (await Resident.Expect(found, HttpStatusCode.OK)).GetProperty("manageToken").GetString();
        using var moved = await owner.ManageAsync(HttpMethod.Patch, retired, token, new { slot = "centre.2026-11-25.morning" });
        Assert.Equal("沙发（两人以上）", (await Resident.Expect(moved, HttpStatusCode.OK)).GetProperty("items")[0].GetProperty("name").GetString());
        using var repriced = await owner.ManageAsync(HttpMethod.Patch, retired, token, new { items = new[] { new { code = "chair", count = 1 } } });
        Assert.Equal(500, (await Resident.Expect(repriced, HttpStatusCode.OK)).GetProperty("quote").GetProperty("fen").GetInt32());
    }

    [Fact]
    public async Task The_clock_cannot_be_outwaited()
    {
        using var own = await servers.NewAsync();
        var (intime, late, jumped) = (new Resident(own.Http), new Resident(own.Http), new Resident(own.Http));
        At(own, "2026-11-24 16:00");
        var (first, second) = (await intime.HeldAsync("centre.2026-11-25.morning"), await late.HeldAsync("centre.2026-11-25.morning"));
        At(own, "2026-11-24 16:01");
        using var asked = await new Resident(own.Http).HoldAsync("centre.2026-11-25.morning");
        Assert.Equal("slot_not_offered", await Resident.Refused(asked, HttpStatusCode.UnprocessableEntity));

        At(own, "2026-11-24 16:14"); // asked for before the cut-off, and still held
        using var answer = await intime.ConfirmAsync(first);
        await Resident.Expect(answer, HttpStatusCode.Created);
        At(own, "2026-11-24 16:15"); // run out, though nobody took it back yet
        using var refused = await late.ConfirmAsync(second);
        Assert.Equal("slot_not_offered", await Resident.Refused(refused, HttpStatusCode.UnprocessableEntity));

        var third = await jumped.HeldAsync("centre.2026-11-26.morning");
        At(own, "2026-12-03 09:00");
        using var past = await jumped.ConfirmAsync(third);
        Assert.Equal("slot_not_offered", await Resident.Refused(past, HttpStatusCode.UnprocessableEntity));
        At(own, "2026-11-24 16:10"); // and backwards: what was held is still there
        using var back = await jumped.ConfirmAsync(third);
        await Resident.Expect(back, HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_day_closed_while_the_form_is_open_takes_no_more_bookings()
    {
        using var own = await servers.NewAsync();
        var resident = new Resident(own.Http);
        var booked = await resident.BookedAsync("centre.2026-12-01.morning");
        var slot = new SlotId("centre", new DateOnly(2026, 12, 2), "morning");
        var desk = own.Services.GetRequiredService<BookingDesk>();
        await desk.Database.WriteAsync(async tx =>
        {
            await CalendarFence.CloseAsync(tx, desk.Database.Dialect, desk.Facts);
            await CalendarStore.CloseAsync(tx, slot, new SlotClosing(ClosingKind.Closed, "snow", "降雪停收", desk.Clock.Now));
            await Dapper.SqlMapper.ExecuteAsync(tx.Connection!, "INSERT INTO change_feed (topic, version) VALUES (@Topic, 1)", new { CalendarStore.Topic }, tx);
            return true;
        }, default);
        using var held = await new Resident(own.Http).HoldAsync("centre.2026-12-02.morning");
        Assert.Contains("降雪停收", (await Resident.Expect(held, HttpStatusCode.UnprocessableEntity)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        using var amended = await resident.ManageAsync(HttpMethod.Patch, booked.GetProperty("reference").GetString()!, booked.GetProperty("manageToken").GetString(), new { slot = "centre.2026-12-02.morning" });
        Assert.Equal("slot_not_offered", await Resident.Refused(amended, HttpStatusCode.UnprocessableEntity));
        Assert.Equal("closed", (await resident.SlotAsync("centre.2026-12-02.morning")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_change_that_fails_half_way_leaves_everything_as_it_was()
    {
        var observer = new FailingObserver();
        using var own = BookingServers.With(await servers.StorageAsync(), [], services => services.AddSingleton<IBookingObserver>(observer));
        var resident = new Resident(own.Http);
        var booked = await resident.BookedAsync("centre.2026-12-03.morning", "sofa", note: "一");
        var held = await new Resident(own.Http).HeldAsync("centre.2026-12-04.morning");
        var before = await TakenAsync(own);

        observer.Fails = true;
        using var amended = await resident.ManageAsync(HttpMethod.Patch, booked.GetProperty("reference").GetString()!, booked.GetProperty("manageToken").GetString(),
            new { slot = "centre.2026-12-07.morning", items = new[] { new { code = "wardrobe", count = 2 } }, note = "二" });
        using var cancelled = await resident.CancelAsync(booked);
        using var confirmed = await new Resident(own.Http).ConfirmAsync(held);
        Assert.All([amended, cancelled, confirmed], a => Assert.Equal(HttpStatusCode.InternalServerError, a.StatusCode));
        Assert.Equal(before, await TakenAsync(own));

        observer.Fails = false;
        using var read = await resident.ManageAsync(HttpMethod.Get, booked.GetProperty("reference").GetString()!, booked.GetProperty("manageToken").GetString());
        var kept = await Resident.Expect(read, HttpStatusCode.OK);
        Assert.Equal(("booked", "centre.2026-12-03.morning", "sofa", "一"), (kept.GetProperty("state").GetString(), kept.GetProperty("slot").GetProperty("id").GetString(),
            kept.GetProperty("items")[0].GetProperty("code").GetString(), kept.GetProperty("note").GetString()));
        using var again = await new Resident(own.Http).ConfirmAsync(held);
        await Resident.Expect(again, HttpStatusCode.Created);
        Assert.Equal(["booked", "booked"], observer.Seen.Select(c => c.What));
    }

    private static void At(ApiServer server, string now) => server.Clock.Set(DateTimeOffset.Parse(now + " +08:00", CultureInfo.InvariantCulture));

    private static Task<string> TakenAsync(ApiServer server) => server.Services.GetRequiredService<IDatabase>().ReadAsync(async c => string.Join('\n',
        (await Dapper.SqlMapper.QueryAsync<string>(c, """
            SELECT slot || ' ' || stops_taken || ' ' || litres_taken AS taken FROM booking_slot
            UNION ALL SELECT slot || ' ' || service || ' ' || litres_taken FROM booking_share
            UNION ALL SELECT slot || ' ' || address_key || ' ' || jobs FROM booking_stop ORDER BY 1
            """))), default);

    private sealed class FailingObserver : IBookingObserver
    {
        public bool Fails { get; set; }

        public List<BookingChange> Seen { get; } = [];

        public Task NoteAsync(DbTransaction transaction, BookingChange change, Batch writes)
        {
            if (Fails)
            {
                throw new InvalidOperationException("a test lets every change fail at its last step");
            }

            Seen.Add(change);
            return Task.CompletedTask;
        }
    }
}

/// <summary>The same on the embedded database.</summary>
public sealed class ChangingWorldTestsOnSqlite(SqliteBookings servers) : ChangingWorldTests(servers), IClassFixture<SqliteBookings>;

/// <summary>The same on PostgreSQL.</summary>
public sealed class ChangingWorldTestsOnPostgres(PostgresBookings servers) : ChangingWorldTests(servers), IClassFixture<PostgresBookings>;
