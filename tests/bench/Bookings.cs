using System.Diagnostics;
using Dapper;
using Jizhou.Public.Api.Bookings;
using Jizhou.Public.Api.Bookings.Holds;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Api.Platform.Persistence.Postgres;
using Jizhou.Public.Api.Platform.Persistence.Sqlite;
using Jizhou.Public.Api.Platform.Security;
using Jizhou.Public.Content;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Logging.Abstractions;

namespace Jizhou.Public.Bench;

/// <summary>
/// Bookings a second at the storage layer, encryption and idempotency on, 32 clients at once: beside the one bare conditional statement through the
/// same queue and the same durability. Afterwards every slot is counted against its bookings.
/// </summary>
internal static class Bookings
{
    private const int Clients = 32;

    public static async Task<int> RunAsync(string content, string provider, string where, int seconds)
    {
        IDatabase database;
        if (provider == "sqlite")
        {
            var folder = new SqliteFolder(where);
            await new SqliteStart(folder).MigrateAsync(default);
            database = new SqliteDatabase(folder, 1024);
        }
        else
        {
            var postgres = new PostgresDatabase(where);
            await new PostgresStart(postgres).MigrateAsync(default);
            database = postgres;
        }

        var desk = DeskOf(database, ContentFolder.Load(content));
        var slots = Slots(desk);
        await PrepareAsync(database);

        var bare = await MeasureAsync("bare conditional statement", seconds, (client, n) => database.WriteAsync(
            tx => tx.Connection!.ExecuteAsync("UPDATE bench_slot SET taken = taken + 1 WHERE id = @id AND taken < 1000000000", new { id = ((client * 7919) + n) % 200 }, tx), default));
        var booked = await MeasureAsync("hold and confirmation", seconds, (client, n) => BookAsync(desk, slots[((client * 31) + n) % slots.Count], client, n));
        Console.WriteLine($"a booking is {booked / bare:P0} of the bare statement's rate; in transactions (two a booking) {2 * booked / bare:P0}");
        return await AuditAsync(database);
    }

    private static async Task<bool> BookAsync(BookingDesk desk, string slot, int client, int n)
    {
        // An own address and an own phone each time: no limit of a person is reached.
        var expiry = new HoldExpiry(desk.Database, desk.Clock, desk.Cache, NullLogger<HoldExpiry>.Instance);
        var who = ((long)client * 1_000_000) + n;
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

    private static async Task<double> MeasureAsync(string what, int seconds, Func<int, int, Task> once)
    {
        var next = new int[Clients];
        await ForAsync(1, _ => { }); // warm
        List<double> took = [];
        var began = Stopwatch.GetTimestamp();
        await ForAsync(seconds, microseconds =>
        {
            lock (took)
            {
                took.Add(microseconds);
            }
        });
        var rate = took.Count / Stopwatch.GetElapsedTime(began).TotalSeconds;
        took.Sort();
        Console.WriteLine($"{what}: {rate:0} a second, median {took[took.Count / 2] / 1000:0.0} ms, p99 {took[(int)(took.Count * 0.99)] / 1000:0.0} ms");
        return rate;

        Task ForAsync(int length, Action<double> note) => Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            var clock = Stopwatch.StartNew();
            while (clock.Elapsed.TotalSeconds < length)
            {
                var start = Stopwatch.GetTimestamp();
                await once(client, next[client]++);
                note(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }
        })));
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
        return new BookingDesk(new PickupFacts(book, content.Calendar, content.Geo), database, new JizhouClock(TimeProvider.System),
            new BookingSecrets(new PersonalDataProtector(ring), new KeyedHash(ring)), new SlotCache(new NoCache()), new BookingChanges([]), int.MaxValue);
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
