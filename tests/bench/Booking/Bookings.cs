using System.Data.Common;
using Dapper;
using Jizhou.Public.Api.Bookings;
using Jizhou.Public.Api.Bookings.Holds;
using Jizhou.Public.Api.Bookings.Notices;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Bookings.Statistics;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Persistence.Postgres;
using Jizhou.Public.Api.Platform.Persistence.Sqlite;
using Jizhou.Public.Api.Platform.Security;
using Jizhou.Public.Content;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Logging.Abstractions;

namespace Jizhou.Public.Bench.Booking;

/// <summary>
/// Bookings a second at the storage layer, encryption, idempotency, limits, history, statistics and notices on, 32 clients at once: beside one conditional statement and one
/// row of the same durability, by hand and through our own queue, and beside the writes of a booking done by hand. Afterwards every slot is counted against its bookings.
/// </summary>
internal static class Bookings
{
    public static async Task<int> RunAsync(string content, string provider, string where, int seconds)
    {
        IDatabase database;
        Func<string, string[][], Task<double>> byHand;
        if (provider == "sqlite")
        {
            var folder = new SqliteFolder(where);
            await new SqliteStart(folder).MigrateAsync(default);
            database = new SqliteDatabase(folder, 1024);
            byHand = (what, statements) => Task.FromResult(ByHand.Sqlite(what, folder, seconds, statements));
        }
        else
        {
            var postgres = new PostgresDatabase(where);
            await new PostgresStart(postgres).MigrateAsync(default);
            database = postgres;
            byHand = (what, statements) => ByHand.PostgresAsync(what, postgres, seconds, statements);
        }

        var desk = DeskOf(database, ContentFolder.Load(content));
        var slots = Slots(desk);
        await PrepareAsync(database);

        var bare = await byHand("bare, by hand (a conditional UPDATE and an INSERT, one transaction)", [Statements.Bare]);
        await Clients.MeasureAsync("bare, through our queue or pool", seconds, (client, n) => database.WriteAsync(tx => BareAsync(tx, client, n), default));
        var spread = await Clients.MeasureAsync($"bookings over {slots.Count} slots", seconds, (client, n) => BookAsync(desk, slots[((client * 31) + n) % slots.Count], client, n));
        var hot = await Clients.MeasureAsync("bookings of one slot", seconds, (client, n) => BookAsync(desk, slots[0], client + Clients.Count, n));
        var wrong = await AuditAsync(database);
        var least = await byHand("the writes of a booking by hand (two transactions)", [Statements.Hold, Statements.Confirmation]);
        foreach (var (what, pace) in (ReadOnlySpan<(string, Pace)>)[("spread", spread), ("one slot", hot)])
        {
            Console.WriteLine($"{what}: a booking is {pace.Rate / bare:P1} of the bare statement's rate, its transactions {2 * pace.Rate / bare:P1}; of its own writes by hand {pace.Rate / least:P1}");
        }

        return wrong;
    }

    private static async Task<bool> BareAsync(DbTransaction tx, int client, int n)
    {
        var values = new { slot = ((client * 7919L) + n) % 200, hold = Statements.Hex(16), words = new string('q', 420) };
        foreach (var sql in Statements.Bare)
        {
            await tx.Connection!.ExecuteAsync(sql, values, tx);
        }

        return true;
    }

    private static async Task<bool> BookAsync(BookingDesk desk, string slot, int client, int n)
    {
        // An own address and an own phone each time: no limit of a person is reached.
        var expiry = new HoldExpiry(desk.Database, desk.Clock, desk.Cache, NullLogger<HoldExpiry>.Instance);
        var who = ((long)client * 100_000) + n;
        var held = await CreateHold.HoldAsync(
            new CreateHold.Request { Slot = slot, Village = "120119100201", Address = $"西街{who}号", Items = [new("chair", 1)] }, $"client {client}", desk, expiry, default);
        if (held.IsRefused(out var refusal, out var hold))
        {
            throw new InvalidOperationException(refusal.Detail);
        }

        var confirmed = await ConfirmBooking.ConfirmAsync(
            new ConfirmBooking.Request { Hold = hold.Hold, Phone = $"13{who:000000000}", Name = "示例", Note = "门口" }, $"bench-key-{who:0000000000}", desk, new KeysInFlight(), BookingChannel.Web, default);
        return confirmed.IsRefused(out refusal, out _) ? throw new InvalidOperationException(refusal.Detail) : true;
    }

    private static async Task<int> AuditAsync(IDatabase database)
    {
        var wrong = await database.ReadAsync(c => c.ExecuteScalarAsync<long>("""
            SELECT COUNT(*) FROM booking_slot s WHERE stops_taken <> (SELECT COUNT(*) FROM booking b WHERE b.slot = s.slot)
                OR litres_taken <> (SELECT COALESCE(SUM(litres), 0) FROM booking b WHERE b.slot = s.slot) OR stops_taken > stops_capacity
            """), default);
        var bookings = await database.ReadAsync(c => c.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM booking"), default);
        Console.WriteLine($"{bookings} bookings, {wrong} slots that do not agree with theirs");
        return wrong == 0 ? 0 : 1;
    }

    private static Task PrepareAsync(IDatabase database) => database.WriteAsync(
        async tx =>
        {
            await tx.Connection!.ExecuteAsync("CREATE TABLE bench_slot (id bigint PRIMARY KEY, taken bigint NOT NULL)", transaction: tx);
            await tx.Connection!.ExecuteAsync("CREATE TABLE bench_row (id text PRIMARY KEY, slot bigint NOT NULL, words text NOT NULL)", transaction: tx);
            for (var id = 0; id < 200; id++)
            {
                await tx.Connection!.ExecuteAsync("INSERT INTO bench_slot VALUES (@id, 0)", new { id }, tx);
            }
        },
        default);

    // Areas that never fill: what is measured is booking, not refusing.
    private static BookingDesk DeskOf(IDatabase database, ContentFolder content)
    {
        var book = content.Bulky! with { Areas = [.. content.Bulky!.Areas.Select(a => a with { Capacity = new(1_000_000, 900_000_000) })] };
        var ring = KeyRing.Create();
        var facts = new PickupFacts(book, content.Calendar, content.Geo);
        return new BookingDesk(facts, database, new JizhouClock(TimeProvider.System),
            new BookingSecrets(new PersonalDataProtector(ring), new KeyedHash(ring)), new SlotCache(new NoCache()),
            new BookingChanges([new NoteStatistics(), new NoteNotices(new NoticePlan(content.Notices!, false, false))]), int.MaxValue);
    }

    private static List<string> Slots(BookingDesk desk)
    {
        var facts = desk.Facts;
        return [.. SlotCalendar.Open(facts.Book, facts.Book.Area("centre")!, SlotWish.Anything(facts.Book), facts.Holidays, new Dictionary<SlotId, Taken>(), desk.Clock.Now, default, 150)
            .Where(s => s.Available).Select(s => s.Id.ToString())];
    }

    private sealed class NoCache : IOutputCacheStore
    {
        public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) => ValueTask.FromResult<byte[]?>(null);

        public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
