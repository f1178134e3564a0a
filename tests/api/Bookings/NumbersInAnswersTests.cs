using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Jizhou.Public.ApiTests.Bookings;

/// <summary>Every answer takes its numbers from data/bulky: a server whose data says otherwise decides and speaks otherwise.</summary>
public sealed class NumbersInAnswersTests : IDisposable
{
    private readonly ContentCopy _content = new ContentCopy()
        .With("rules", ("cutOff: \"16:00\"", "cutOff: \"15:25\""), ("horizonDays: 28", "horizonDays: 19"), ("holdMinutes: 15", "holdMinutes: 23"), ("lookupMinutes: 30", "lookupMinutes: 37"),
            ("missedDays: 2", "missedDays: 5"), ("keepDays: 180", "keepDays: 91"), ("startsAt: \"08:00\"", "startsAt: \"07:50\""))
        .With("classes", ("lines: 10 ", "lines: 2 "), ("cubicMetres: 6 ", "cubicMetres: 4.5 "), ("openPerAddress: 2 ", "openPerAddress: 1 "), ("openPerPhone: 3 ", "openPerPhone: 2 "))
        .With("catalogue", ("maxPerBooking: 12", "maxPerBooking: 5"))
        .With("areas", ("stops: 40", "stops: 3"))
        .With("tariff", ("fenPerStop: 0", "fenPerStop: 700"));

    private readonly ApiServer _server;

    public NumbersInAnswersTests()
    {
        _server = new ApiServer { ["Limits:HoldsPerClient"] = "5" };
        _server[_content.Setting.Name] = _content.Setting.Value;
    }

    private Resident Somebody => new(_server.Http);

    [Fact]
    public async Task Catalogue_dates_quotes_and_refusals_follow_the_data()
    {
        var catalogue = await Resident.Expect(await _server.Http.GetAsync("/api/v1/bookings/catalogue"), HttpStatusCode.OK);
        Assert.Equal(("15:25", 23, 19, 5, 91), (catalogue.GetProperty("cutOff").GetString(), Number(catalogue, "holdMinutes"), Number(catalogue, "horizonDays"), Number(catalogue, "missedDays"), Number(catalogue, "keepDays")));
        Assert.Equal((2, 4.5m, 1, 2), (Number(catalogue.GetProperty("limits"), "lines"), catalogue.GetProperty("limits").GetProperty("cubicMetres").GetDecimal(),
            Number(catalogue.GetProperty("limits"), "openPerAddress"), Number(catalogue.GetProperty("limits"), "openPerPhone")));

        var slots = (await Resident.Expect(await _server.Http.GetAsync($"/api/v1/bookings/slots?village={Resident.Yuyang}"), HttpStatusCode.OK)).GetProperty("items");
        Assert.Equal(("2026-12-11", "07:50"), (slots[slots.GetArrayLength() - 1].GetProperty("date").GetString(), slots[0].GetProperty("startsAt").GetString()));

        await RefusesAsync([new { code = "chair", count = 6 }], "item_maximum", "最多 5把");
        await RefusesAsync([new { code = "chair", count = 1 }, new { code = "sofa", count = 1 }, new { code = "bed", count = 1 }], "lines_maximum", "最多 2 种");
        await RefusesAsync([new { code = "wardrobe", count = 3 }, new { code = "chair", count = 1 }], "volume_maximum", "最多 4.5 立方米");

        var resident = Somebody;
        using var held = await resident.HoldAsync("centre.2026-11-25.morning");
        var hold = await Resident.Expect(held, HttpStatusCode.Created);
        Assert.Equal((_server.Clock.GetUtcNow().AddMinutes(23), 700), (hold.GetProperty("expiresAt").GetDateTimeOffset(), Number(hold.GetProperty("quote"), "fen")));
        using var confirmed = await resident.ConfirmAsync(hold.GetProperty("hold").GetString()!);
        var booked = await Resident.Expect(confirmed, HttpStatusCode.Created);
        Assert.Equal("2026-11-24T15:25:00+08:00", booked.GetProperty("changeUntil").GetString());
        using var found = await resident.LookUpAsync(booked.GetProperty("reference").GetString()!);
        Assert.Equal(_server.Clock.GetUtcNow().AddMinutes(37), (await Resident.Expect(found, HttpStatusCode.OK)).GetProperty("expiresAt").GetDateTimeOffset());

        await RefusedAsync(resident, "address_limit", "已有 1 个", address: null);
        await resident.BookedAsync("centre.2026-11-26.morning", address: "南街1号");
        await RefusedAsync(resident, "phone_limit", "已有 2 个", address: "南街2号");

        await Somebody.HeldAsync("centre.2026-11-25.morning");
        using var lastHold = await Somebody.HoldAsync("centre.2026-11-25.morning");
        using var full = await Somebody.HoldAsync("centre.2026-11-25.morning"); // three stops are booked and held
        Assert.Equal("slot_full", await Resident.Refused(full, HttpStatusCode.Conflict));
        await Somebody.HeldAsync("centre.2026-11-26.afternoon"); // the fifth of this client
        using var tooMany = await Somebody.HoldAsync("centre.2026-11-27.morning");
        Assert.Contains("过 23 分钟再试", (await Resident.Expect(tooMany, HttpStatusCode.TooManyRequests)).GetProperty("detail").GetString(), StringComparison.Ordinal);

        _server.Clock.Set(DateTimeOffset.Parse("2026-11-24 15:26 +08:00", CultureInfo.InvariantCulture));
        using var late = await resident.CancelAsync(booked);
        Assert.Contains("11月24日 15:25", (await Resident.Expect(late, HttpStatusCode.Conflict)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        _server.Clock.Set(DateTimeOffset.Parse("2026-12-03 00:00 +08:00", CultureInfo.InvariantCulture));
        using var missed = await resident.ManageAsync(HttpMethod.Post, booked.GetProperty("reference").GetString()!, booked.GetProperty("manageToken").GetString(), new { }, "/missed");
        Assert.Contains("5 个工作日内", (await Resident.Expect(missed, HttpStatusCode.Conflict)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _server.Dispose();
        _content.Dispose();
    }

    private async Task RefusesAsync(object[] items, string code, string words)
    {
        using var answer = await _server.Http.PostAsJsonAsync("/api/v1/bookings/quote", new { items });
        var error = (await Resident.Expect(answer, HttpStatusCode.UnprocessableEntity)).GetProperty("errors").EnumerateArray().First(e => e.GetProperty("code").GetString() == code);
        Assert.Contains(words, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static async Task RefusedAsync(Resident resident, string code, string words, string? address)
    {
        var hold = await resident.HeldAsync("centre.2026-12-02.morning", address: address);
        using var answer = await resident.ConfirmAsync(hold);
        var problem = await Resident.Expect(answer, HttpStatusCode.Conflict);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Contains(words, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static int Number(JsonElement of, string name) => of.GetProperty(name).GetInt32();
}
