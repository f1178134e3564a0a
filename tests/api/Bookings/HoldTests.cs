using System.Net;
using System.Net.Http.Json;
using Jizhou.Public.Api.Bookings.Holds;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Bookings;

/// <summary>POST and DELETE /api/v1/bookings/holds.</summary>
public abstract class HoldTests(BookingServers servers)
{
    private readonly ApiServer _server = servers.Api;
    private const string Holds = "/api/v1/bookings/holds";
    private Resident Somebody => new(_server.Http);

    [Fact]
    public async Task A_hold_keeps_the_slot_for_15_minutes_and_quotes()
    {
        using var answer = await Somebody.HoldAsync("centre.2026-11-24.morning", "sofa", 2);
        var hold = await Resident.Expect(answer, HttpStatusCode.Created);
        Assert.Matches("^[0-9a-f]{44}$", hold.GetProperty("hold").GetString());
        Assert.Equal(_server.Clock.GetUtcNow().AddMinutes(15), hold.GetProperty("expiresAt").GetDateTimeOffset());
        Assert.EndsWith("+08:00", hold.GetProperty("expiresAt").GetString(), StringComparison.Ordinal);
        var quote = hold.GetProperty("quote");
        Assert.Equal((2.4m, 0, true), (quote.GetProperty("cubicMetres").GetDecimal(), quote.GetProperty("fen").GetInt32(), quote.GetProperty("sample").GetBoolean()));
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Stops_run_out_and_a_released_hold_gives_its_stop_back_once()
    {
        const string Slot = "centre.2026-11-25.morning";
        var holds = new List<string>();
        for (var i = 0; i < 40; i++)
        {
            holds.Add(await Somebody.HeldAsync(Slot));
        }

        using var full = await Somebody.HoldAsync(Slot);
        Assert.Equal("slot_full", await Resident.Refused(full, HttpStatusCode.Conflict));

        for (var i = 0; i < 2; i++)
        {
            using var released = await _server.Http.DeleteAsync($"{Holds}/{holds[0]}");
            Assert.Equal(HttpStatusCode.NoContent, released.StatusCode);
        }

        await Somebody.HeldAsync(Slot);
        using var fullAgain = await Somebody.HoldAsync(Slot);
        Assert.Equal("slot_full", await Resident.Refused(fullAgain, HttpStatusCode.Conflict));
        using var gone = await Somebody.ConfirmAsync(holds[0]);
        Assert.Equal("hold_unknown", await Resident.Refused(gone, HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Volume_runs_out_before_stops()
    {
        const string Slot = "centre.2026-11-26.morning";
        for (var i = 0; i < 10; i++)
        {
            await Somebody.HeldAsync(Slot, "decoration-bag", 60); // 3 m³ each
            await Somebody.HeldAsync(Slot, "wardrobe", 2); // 3 m³ each, 60 in all
        }

        using var full = await Somebody.HoldAsync(Slot, "decoration-bag");
        Assert.Equal("slot_full", await Resident.Refused(full, HttpStatusCode.Conflict));
        Assert.Equal("full", (await Somebody.SlotAsync(Slot)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task An_address_has_one_hold_and_a_newer_one_takes_its_place()
    {
        var resident = Somebody;
        var first = await resident.HeldAsync("centre.2026-11-27.morning");
        await resident.HeldAsync("centre.2026-11-27.afternoon", address: $"{resident.Address}院（东门）");
        for (var i = 0; i < 40; i++)
        {
            await Somebody.HeldAsync("centre.2026-11-27.morning");
        }

        // The first is gone, and its slot has filled up: confirming it does not squeeze in.
        using var full = await resident.ConfirmAsync(first);
        Assert.Equal("slot_full", await Resident.Refused(full, HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task A_run_out_hold_makes_room_for_others_once()
    {
        using var own = await servers.NewAsync(("Limits:WritesPerMinute", "100000"));
        const string Slot = "centre.2026-11-25.morning";
        for (var i = 0; i < 40; i++)
        {
            await new Resident(own.Http).HeldAsync(Slot);
        }

        own.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        using var full = await new Resident(own.Http).HoldAsync(Slot);
        Assert.Equal("slot_full", await Resident.Refused(full, HttpStatusCode.Conflict));

        own.Clock.Advance(TimeSpan.FromSeconds(1));
        await new Resident(own.Http).HeldAsync(Slot);
        var expiry = own.Services.GetRequiredService<HoldExpiry>();
        Assert.Equal(0, await expiry.ReleaseAsync(CancellationToken.None)); // the hold just made swept them all; a second run has nothing to do
        for (var i = 0; i < 39; i++)
        {
            await new Resident(own.Http).HeldAsync(Slot);
        }

        using var fullAgain = await new Resident(own.Http).HoldAsync(Slot);
        Assert.Equal("slot_full", await Resident.Refused(fullAgain, HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task One_client_cannot_hoard_a_week()
    {
        using var own = await servers.NewAsync(("Limits:WritesPerMinute", "100000"));
        var refused = 0;
        string[] slots = [.. from day in Enumerable.Range(24, 4) from window in (string[])["morning", "afternoon"] select $"centre.2026-11-{day}.{window}"];
        foreach (var slot in slots)
        {
            for (var i = 0; i < 30; i++)
            {
                using var answer = await new Resident(own.Http).HoldAsync(slot);
                refused += answer.StatusCode == HttpStatusCode.TooManyRequests ? 1 : 0;
            }
        }

        Assert.Equal(40, refused); // 240 asked, 200 allowed
        Assert.All(slots, slot => Assert.True(new Resident(own.Http).SlotAsync(slot).Result.GetProperty("available").GetBoolean()));
    }

    [Theory]
    [InlineData("""{"slot":"centre.2026-11-24.morning","village":"120119100201","address":"西街1号","items":[{"code":"chair","count":1}],"extra":1}""", HttpStatusCode.BadRequest, "extra")]
    [InlineData("""{"slot":"centre.2026-11-24.morning","village":"120119100201","address":"西街1号","items":[{"code":"chair","count":"viele"}]}""", HttpStatusCode.BadRequest, "items[0].count")]
    [InlineData("""{"slot":"centre.2026-11-24.morning","village":"120119100201","address":"西街1号","items":[{"code":"chair","count":1.5}]}""", HttpStatusCode.BadRequest, "items[0].count")]
    [InlineData("""{"slot":7,"village":"120119100201","address":"西街1号","items":[{"code":"chair","count":1}]}""", HttpStatusCode.BadRequest, "slot")]
    [InlineData("""{"slot":"centre.2026-11-24.morning","village":"120119100201","items":[{"code":"chair","count":1}]}""", HttpStatusCode.BadRequest, "address")]
    [InlineData("""{"slot":"centre.2026-11-24.morning","village":"120119100201","address":"  ","items":[{"code":"chair","count":1}]}""", HttpStatusCode.UnprocessableEntity, "address")]
    [InlineData("""{"slot":"centre.2026-11-24.morning","village":"120119100201","address":"西街1号","items":[]}""", HttpStatusCode.UnprocessableEntity, "items")]
    [InlineData("""{"slot":"centre.2026-11-24.morning","village":"120119100201","address":"西街1号","items":[null]}""", HttpStatusCode.UnprocessableEntity, "items[0]")]
    [InlineData("""{"slot":"centre.2026-11-24.morning","village":"120119100201","address":"西街1号","items":[{"code":"gas-cylinder","count":1}]}""", HttpStatusCode.UnprocessableEntity, "items[0].code")]
    [InlineData("""{"slot":"north.2026-11-25.morning","village":"120119100201","address":"西街1号","items":[{"code":"chair","count":1}]}""", HttpStatusCode.UnprocessableEntity, "slot")]
    [InlineData("""{"slot":"centre.2026-11-23.morning","village":"120119100201","address":"西街1号","items":[{"code":"chair","count":1}]}""", HttpStatusCode.UnprocessableEntity, "slot")]
    [InlineData("""{"slot":"centre.2026-11-24.morning","village":"1","address":"西街1号","items":[{"code":"chair","count":1}]}""", HttpStatusCode.UnprocessableEntity, "village")]
    [InlineData("""{"slot":"centre.2026-11-24.morning","village":null,"address":"西街1号","items":[{"code":"chair","count":1}]}""", HttpStatusCode.BadRequest, "village")]
    public async Task A_wrong_field_is_named(string body, HttpStatusCode status, string field)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await _server.Http.PostAsync(Holds, content);
        var problem = await Resident.Expect(answer, status);
        Assert.Contains(problem.GetProperty("errors").EnumerateArray(), e => e.GetProperty("field").GetString() == field);
    }

    [Fact]
    public async Task An_unknown_field_is_called_unknown()
    {
        using var answer = await _server.Http.PostAsJsonAsync("/api/v1/bookings/lookup", new { reference = "x", phoneEnding = "1234", phon = "1" });
        var error = (await Resident.Expect(answer, HttpStatusCode.BadRequest)).GetProperty("errors")[0];
        Assert.Equal(("phon", "unknown"), (error.GetProperty("field").GetString(), error.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"slot\":\"\\ud800\",\"village\":\"1\",\"address\":\"1\",\"items\":[]}")]
    public async Task A_body_that_cannot_be_read_is_refused(string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await _server.Http.PostAsync(Holds, content);
        Assert.Equal("invalid_body", await Resident.Refused(answer, HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task An_unknown_hold_cannot_be_given_back()
    {
        using var answer = await _server.Http.DeleteAsync($"{Holds}/{new string('0', 32)}");
        Assert.Equal("hold_unknown", await Resident.Refused(answer, HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task A_quote_keeps_nothing()
    {
        using var answer = await _server.Http.PostAsJsonAsync("/api/v1/bookings/quote", new { items = new[] { new { code = "chair", count = 2 } } });
        Assert.Equal(0.3m, (await Resident.Expect(answer, HttpStatusCode.OK)).GetProperty("cubicMetres").GetDecimal());
        using var refused = await _server.Http.PostAsJsonAsync("/api/v1/bookings/quote", new { items = new[] { new { code = "sofa", count = 9 } } });
        var codes = (await Resident.Expect(refused, HttpStatusCode.UnprocessableEntity)).GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("code").GetString());
        Assert.Equal(["item_maximum", "volume_maximum"], codes);
    }
}

/// <summary>The same on the embedded database.</summary>
public sealed class HoldTestsOnSqlite(SqliteBookings servers) : HoldTests(servers), IClassFixture<SqliteBookings>;

/// <summary>The same on PostgreSQL.</summary>
public sealed class HoldTestsOnPostgres(PostgresBookings servers) : HoldTests(servers), IClassFixture<PostgresBookings>;
