using System.Collections.Concurrent;
using System.Text.Json;
using Dapper;
using Jizhou.Public.Content;
using Jizhou.Public.History.Machines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Jizhou.Public.History.Naive;

/// <summary>
/// How not to do it: a server with the same wire that counts first and inserts then, looks for a key first and keeps it afterwards, and reads a booking
/// before it writes it. Every single request is right; two at once are not. A test double: if the checker calls this one correct, the checker is wrong.
/// </summary>
public sealed class NaiveServer(NpgsqlDataSource database, ContentFolder content)
{
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS booking_slot (slot TEXT, stops_taken BIGINT, stops_capacity BIGINT, litres_taken BIGINT, litres_capacity BIGINT);
        CREATE TABLE IF NOT EXISTS booking_stop (slot TEXT, address_key TEXT, jobs BIGINT);
        CREATE TABLE IF NOT EXISTS booking_hold (hold TEXT PRIMARY KEY, slot TEXT, address_key TEXT, litres BIGINT, items TEXT, state TEXT, shares TEXT NOT NULL DEFAULT '');
        CREATE TABLE IF NOT EXISTS booking_share (slot TEXT, service TEXT, litres_taken BIGINT, litres_capacity BIGINT);
        CREATE TABLE IF NOT EXISTS booking (reference TEXT PRIMARY KEY, hold TEXT, slot TEXT, area TEXT, day TEXT, part TEXT, address_key TEXT, litres BIGINT,
                                            items TEXT, note TEXT, ending TEXT, token TEXT, state TEXT, sequence BIGINT, shares TEXT NOT NULL DEFAULT '');
        CREATE TABLE IF NOT EXISTS booking_history (reference TEXT, sequence BIGINT, slot TEXT);
        CREATE TABLE IF NOT EXISTS booking_answer (key TEXT, body TEXT, answer TEXT)
        """;

    private readonly ConcurrentDictionary<string, int> _litres = new(StringComparer.Ordinal);

    /// <summary><c>naive-server --urls ADDRESS CONNECTION</c>.</summary>
    public static async Task<int> RunAsync(string[] words)
    {
        var builder = WebApplication.CreateSlimBuilder(words[1..]);
        builder.Logging.ClearProviders();
        await using var database = NpgsqlDataSource.Create(words[0]);
        await using (var connection = await database.OpenConnectionAsync())
        {
            // Two servers start at once: the lock must outlive the commit, so it belongs to the transaction.
            await using var transaction = await connection.BeginTransactionAsync();
            await connection.ExecuteAsync("SELECT pg_advisory_xact_lock(1); " + Tables, transaction: transaction);
            await transaction.CommitAsync();
        }

        await using var app = builder.Build();
        new NaiveServer(database, ContentFolder.Load(Path.Combine(Shell.Root, "content"))).Map(app);
        await app.RunAsync();
        return 0;
    }

    private void Map(WebApplication app)
    {
        app.MapGet("/healthz", () => "ok");
        var bookings = app.MapGroup("/api/v1/bookings");
        bookings.MapGet("/slots", () => new { items = Enumerable.Range(1, 12).Select(day => new { id = $"centre.2026-12-{day:00}.morning", state = "open" }) });
        bookings.MapPost("/holds", async (JsonElement body) => await HoldAsync(body));
        bookings.MapDelete("/holds/{hold}", async (string hold) => await ReleaseAsync(hold));
        bookings.MapPost("/", async (JsonElement body, HttpContext http) => await ConfirmAsync(body, http.Request.Headers["Idempotency-Key"].ToString()));
        bookings.MapPost("/lookup", async (JsonElement body) => await LookUpAsync(body));
        bookings.MapGet("/{reference}", async (string reference) => await FindAsync(reference) is { } row ? Results.Json(View(row)) : Problem(404, "booking_not_found"));
        bookings.MapPatch("/{reference}", async (string reference, JsonElement body) => await AmendAsync(reference, body));
        bookings.MapDelete("/{reference}", async (string reference) => await CancelAsync(reference));
    }

    private async Task<IResult> HoldAsync(JsonElement body)
    {
        var (slot, items) = (Text(body, "slot")!, Items(body));
        if (!await FitsAsync(slot, Text(body, "address")!, Litres(items)))
        {
            return Problem(409, "slot_full");
        }

        var hold = NewId();
        await using var connection = await database.OpenConnectionAsync();
        await connection.ExecuteAsync("INSERT INTO booking_hold VALUES (@hold, @slot, @address, @litres, @items, 'held')", new { hold, slot, address = Text(body, "address"), litres = Litres(items), items });
        return Results.Json(new { hold, expiresAt = TimeProvider.System.GetUtcNow().AddMinutes(15) }, statusCode: 201);
    }

    private async Task<IResult> ReleaseAsync(string hold)
    {
        await using var connection = await database.OpenConnectionAsync();
        return await connection.ExecuteAsync("UPDATE booking_hold SET state = 'released' WHERE hold = @hold AND state = 'held'", new { hold }) == 1 ? Results.NoContent() : Problem(409, "hold_used");
    }

    private async Task<IResult> ConfirmAsync(JsonElement body, string key)
    {
        await using var connection = await database.OpenConnectionAsync();
        var kept = await connection.QueryFirstOrDefaultAsync<(string Body, string Answer)>("SELECT body, answer FROM booking_answer WHERE key = @key", new { key });
        if (kept.Answer is not null)
        {
            return kept.Body == body.GetRawText() ? Results.Text(kept.Answer, "application/json", statusCode: 201) : Problem(422, "idempotency_key_reused");
        }

        var hold = await connection.QueryFirstOrDefaultAsync<Hold>("SELECT hold AS Id, slot AS Slot, address_key AS Address, litres AS Litres, items AS Things, state AS State FROM booking_hold WHERE hold = @hold", new { hold = Text(body, "hold") });
        if (hold is not { State: "held" })
        {
            return hold is null ? Problem(404, "hold_unknown") : Problem(409, "hold_used");
        }

        var (reference, token, parts) = (NewId()[..12], NewId(), hold.Slot.Split('.'));
        await connection.ExecuteAsync("UPDATE booking_hold SET state = 'confirmed' WHERE hold = @Id", new { hold.Id });
        await connection.ExecuteAsync("INSERT INTO booking VALUES (@reference, @Id, @Slot, @area, @day, @part, @Address, @Litres, @Things, @note, @ending, @token, 'booked', 0)",
            new { reference, hold.Id, hold.Slot, area = parts[0], day = parts[1], part = parts[2], hold.Address, hold.Litres, hold.Things, note = Text(body, "note") ?? "", ending = Text(body, "phone")![^4..], token });
        var answer = JsonSerializer.Serialize(new { reference, manageToken = token, slot = new { id = hold.Slot }, items = Lines(hold.Things), state = "booked" });
        await connection.ExecuteAsync("INSERT INTO booking_answer VALUES (@key, @body, @answer)", new { key, body = body.GetRawText(), answer });
        return Results.Text(answer, "application/json", statusCode: 201);
    }

    private async Task<IResult> LookUpAsync(JsonElement body)
        => await FindAsync(Text(body, "reference")!) is { } row && row.Ending == Text(body, "phoneEnding") ? Results.Json(new { booking = View(row) }) : Problem(404, "booking_not_found");

    private async Task<IResult> AmendAsync(string reference, JsonElement body)
    {
        if (await FindAsync(reference) is not { State: "booked" } row)
        {
            return Problem(409, "booking_not_open");
        }

        var changed = row with { Slot = Text(body, "slot") ?? row.Slot, Things = body.TryGetProperty("items", out _) ? Items(body) : row.Things, Note = Text(body, "note") ?? row.Note };
        if (changed == row)
        {
            return Problem(422, "nothing_changed");
        }

        if (changed.Slot != row.Slot && !await FitsAsync(changed.Slot, row.Address, Litres(changed.Things)))
        {
            return Problem(409, "slot_full");
        }

        await using var connection = await database.OpenConnectionAsync();
        await connection.ExecuteAsync("UPDATE booking SET slot = @Slot, items = @Things, note = @Note, litres = @litres, sequence = sequence + 1 WHERE reference = @Reference", new { changed.Slot, changed.Things, changed.Note, litres = Litres(changed.Things), changed.Reference });
        return Results.Json(View(changed));
    }

    private async Task<IResult> CancelAsync(string reference)
    {
        await using var connection = await database.OpenConnectionAsync();
        await connection.ExecuteAsync("UPDATE booking SET state = 'cancelled' WHERE reference = @reference", new { reference });
        return await FindAsync(reference) is { } row ? Results.Json(View(row)) : Problem(404, "booking_not_found");
    }

    // The mistake this server is here for: what is counted now may be different when it is written.
    private async Task<bool> FitsAsync(string slot, string address, int litres)
    {
        await using var connection = await database.OpenConnectionAsync();
        var taken = (await connection.QueryAsync<(string Address, long Litres)>("""
            SELECT address_key, litres FROM booking WHERE slot = @slot AND state <> 'cancelled' UNION ALL SELECT address_key, litres FROM booking_hold WHERE slot = @slot AND state = 'held'
            """, new { slot })).ToList();
        await Task.Delay(10); // as if the answer had to be thought about: what goes wrong here goes wrong without it too, only less often
        var capacity = content.Bulky!.Area(slot.Split('.')[0])!.Capacity;
        return taken.Select(t => t.Address).Append(address).Distinct(StringComparer.Ordinal).Count() <= capacity.Stops && taken.Sum(t => t.Litres) + litres <= capacity.Litres;
    }

    private async Task<Row?> FindAsync(string reference)
    {
        await using var connection = await database.OpenConnectionAsync();
        return await connection.QueryFirstOrDefaultAsync<Row>("SELECT reference AS Reference, slot AS Slot, address_key AS Address, items AS Things, note AS Note, ending AS Ending, state AS State FROM booking WHERE reference = @reference", new { reference });
    }

    private int Litres(string items) => _litres.GetOrAdd(items, text => Recording.Goods.Litres(text, content.Bulky!.Catalogue));

    private static object View(Row row) => new { slot = new { id = row.Slot }, items = Lines(row.Things), note = row.Note, state = row.State };

    private static IEnumerable<object> Lines(string items) => Recording.Goods.Read(items).Select(line => new { code = line.Code, count = line.Count });

    private static string Items(JsonElement body) => Recording.Goods.Spell(body.GetProperty("items").EnumerateArray().Select(line => (line.GetProperty("code").GetString()!, line.GetProperty("count").GetInt32())));

    private static string? Text(JsonElement body, string name) => body.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string NewId() => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));

    private static IResult Problem(int status, string code) => Results.Json(new { status, code }, statusCode: status);

    private sealed record Hold(string Id, string Slot, string Address, long Litres, string Things, string State);

    private sealed record Row(string Reference, string Slot, string Address, string Things, string Note, string Ending, string State);
}
