using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace Jizhou.Public.ApiTests.Bookings;

/// <summary>POST /api/v1/bookings.</summary>
public abstract class ConfirmBookingTests(BookingServers servers)
{
    private readonly ApiServer _server = servers.Api;
    private Resident Somebody => new(_server.Http);

    [Fact]
    public async Task A_booking_has_reference_label_and_token()
    {
        var booking = await Somebody.BookedAsync("centre.2026-11-24.morning", "sofa", name: "张三", note: "后门");
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$", booking.GetProperty("reference").GetString());
        Assert.Matches("^渔阳 11-24 [0-9]{2,}$", booking.GetProperty("label").GetString());
        Assert.Matches("^[0-9a-f]{32}$", booking.GetProperty("manageToken").GetString());
        Assert.Equal("booked", booking.GetProperty("state").GetString());
        Assert.Equal("centre.2026-11-24.morning", booking.GetProperty("slot").GetProperty("id").GetString());
        Assert.Equal("沙发（两人以上）", booking.GetProperty("items")[0].GetProperty("name").GetString());
        Assert.Equal("2026-11-23T16:00:00+08:00", booking.GetProperty("changeUntil").GetString());
        Assert.True(booking.GetProperty("sample").GetBoolean());
    }

    [Fact]
    public async Task Labels_of_a_day_differ()
    {
        var labels = new List<string?>();
        for (var i = 0; i < 5; i++)
        {
            labels.Add((await Somebody.BookedAsync("centre.2026-11-30.morning")).GetProperty("label").GetString());
        }

        Assert.Equal(5, labels.Distinct().Count());
    }

    [Fact]
    public async Task A_hundred_at_once_on_forty_places_make_forty_bookings()
    {
        const string Slot = "centre.2026-12-02.morning";
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(async _ =>
        {
            var resident = Somebody;
            using var hold = await resident.HoldAsync(Slot);
            if (hold.StatusCode != HttpStatusCode.Created)
            {
                return await Resident.Refused(hold, HttpStatusCode.Conflict);
            }

            using var answer = await resident.ConfirmAsync((await Resident.Expect(hold, HttpStatusCode.Created)).GetProperty("hold").GetString()!);
            return (await Resident.Expect(answer, HttpStatusCode.Created)).GetProperty("state").GetString();
        }));
        Assert.Equal(40, outcomes.Count(o => o == "booked"));
        Assert.Equal(60, outcomes.Count(o => o == "slot_full"));
        Assert.Equal("full", (await Somebody.SlotAsync(Slot)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Two_jobs_of_one_address_take_one_stop()
    {
        const string Slot = "centre.2026-12-03.morning";
        var resident = Somebody;
        await resident.BookedAsync(Slot);
        await resident.BookedAsync(Slot, address: resident.Address.Replace("号", " 号院", StringComparison.Ordinal));
        for (var i = 0; i < 39; i++)
        {
            await Somebody.HeldAsync(Slot);
        }

        using var full = await Somebody.HoldAsync(Slot);
        Assert.Equal("slot_full", await Resident.Refused(full, HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Without_a_door_number_the_address_is_village_and_phone()
    {
        const string Slot = "centre.2026-12-04.morning";
        var resident = Somebody;
        await resident.BookedAsync(Slot, address: "村口小卖部旁边");
        await resident.BookedAsync(Slot, address: "小卖部东侧");
        for (var i = 0; i < 39; i++)
        {
            await Somebody.BookedAsync(Slot, address: "村口小卖部旁边"); // other phones: other stops
        }

        using var full = await Somebody.HoldAsync(Slot);
        Assert.Equal("slot_full", await Resident.Refused(full, HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task A_phone_may_have_three_open_bookings_and_an_address_two()
    {
        var resident = Somebody;
        await resident.BookedAsync("centre.2026-12-07.morning");
        await resident.BookedAsync("centre.2026-12-08.morning");
        using var third = await resident.ConfirmAsync(await resident.HeldAsync("centre.2026-12-09.morning"));
        Assert.Equal("address_limit", await Resident.Refused(third, HttpStatusCode.Conflict));

        var elsewhere = await resident.BookedAsync("centre.2026-12-09.morning", address: "东街1号");
        using var fourth = await resident.ConfirmAsync(await resident.HeldAsync("centre.2026-12-10.morning", address: "东街2号"));
        Assert.Equal("phone_limit", await Resident.Refused(fourth, HttpStatusCode.Conflict));

        using var cancelled = await resident.CancelAsync(elsewhere);
        await Resident.Expect(cancelled, HttpStatusCode.OK);
        await resident.BookedAsync("centre.2026-12-10.morning", address: "东街2号");
    }

    [Fact]
    public async Task A_refused_confirmation_keeps_the_hold()
    {
        var resident = Somebody;
        var hold = await resident.HeldAsync("centre.2026-12-11.morning");
        using var refused = await resident.ConfirmAsync(hold, phone: "12345");
        var problem = await Resident.Expect(refused, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("phone", problem.GetProperty("errors")[0].GetProperty("field").GetString());
        using var answer = await resident.ConfirmAsync(hold);
        await Resident.Expect(answer, HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_run_out_hold_is_silently_taken_again_while_there_is_room()
    {
        using var own = await servers.NewAsync(("Limits:WritesPerMinute", "100000"));
        const string Slot = "centre.2026-11-25.morning";
        var (late, later) = (new Resident(own.Http), new Resident(own.Http));
        var (first, second) = (await late.HeldAsync(Slot), await later.HeldAsync(Slot));
        own.Clock.Advance(TimeSpan.FromMinutes(20));
        for (var i = 0; i < 39; i++)
        {
            await new Resident(own.Http).BookedAsync(Slot); // the sweep on "full" gives both run-out stops to others
        }

        using var answer = await late.ConfirmAsync(first);
        await Resident.Expect(answer, HttpStatusCode.Created);
        using var full = await later.ConfirmAsync(second);
        Assert.Equal("slot_full", await Resident.Refused(full, HttpStatusCode.Conflict));
    }

    [Theory]
    [InlineData(null, "idempotency_key_missing")]
    [InlineData("short", "idempotency_key_missing")]
    [InlineData("sixteen characters", "idempotency_key_missing")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345", "idempotency_key_missing")]
    public async Task A_confirmation_needs_a_proper_key(string? key, string code)
    {
        var resident = Somebody;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/bookings")
        {
            Content = JsonContent.Create(new { hold = await resident.HeldAsync("centre.2026-12-11.afternoon"), phone = resident.Phone }),
        };
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        using var answer = await _server.Http.SendAsync(request);
        Assert.Equal(code, await Resident.Refused(answer, HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task The_same_key_gives_the_same_bytes_and_another_body_is_refused()
    {
        var (resident, key) = (Somebody, Resident.NewKey());
        var hold = await resident.HeldAsync("centre.2026-12-14.morning");
        using var first = await resident.ConfirmAsync(hold, key);
        using var again = await resident.ConfirmAsync(hold, key);
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, again.StatusCode));
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await again.Content.ReadAsByteArrayAsync());

        using var other = await resident.ConfirmAsync(hold, key, note: "别的内容");
        Assert.Equal("idempotency_key_reused", await Resident.Refused(other, HttpStatusCode.UnprocessableEntity));
        using var otherKey = await resident.ConfirmAsync(hold);
        Assert.Equal("hold_used", await Resident.Refused(otherKey, HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Fifty_double_submits_make_one_booking()
    {
        var (resident, key) = (Somebody, Resident.NewKey());
        var hold = await resident.HeldAsync("centre.2026-12-15.morning");
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => resident.ConfirmAsync(hold, key)));
        var bodies = new HashSet<string>();
        foreach (var answer in answers)
        {
            using (answer)
            {
                if (answer.StatusCode == HttpStatusCode.Created)
                {
                    bodies.Add(Convert.ToBase64String(await answer.Content.ReadAsByteArrayAsync()));
                }
                else
                {
                    Assert.Equal("idempotency_key_in_flight", await Resident.Refused(answer, HttpStatusCode.Conflict));
                }
            }
        }

        Assert.Single(bodies);
    }

    [Fact]
    public async Task A_note_of_250_characters_is_kept_and_of_251_refused()
    {
        var resident = Somebody;
        var hold = await resident.HeldAsync("centre.2026-12-16.morning");
        using var tooLong = await resident.ConfirmAsync(hold, note: new string('字', 251));
        var problem = await Resident.Expect(tooLong, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(("note", "too_long"), (problem.GetProperty("errors")[0].GetProperty("field").GetString(), problem.GetProperty("errors")[0].GetProperty("code").GetString()));

        // 𠮷 and 😀 take two UTF-16 units and count as one character each.
        var note = new StringBuilder().Insert(0, "𠮷😀", 125).ToString();
        using var answer = await resident.ConfirmAsync(hold, note: note, name: "𠮷野");
        var reference = (await Resident.Expect(answer, HttpStatusCode.Created)).GetProperty("reference").GetString()!;
        using var found = await resident.LookUpAsync(reference);
        var booking = (await Resident.Expect(found, HttpStatusCode.OK)).GetProperty("booking");
        Assert.Equal((note, "𠮷*"), (booking.GetProperty("note").GetString(), booking.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("'; DROP TABLE booking; --")]
    [InlineData("👨‍👩‍👧‍👦 家里有人")]
    [InlineData("a\u202Eb\u0000c\td")]
    public async Task Hostile_words_are_only_words(string note)
    {
        var resident = Somebody;
        var booked = await resident.BookedAsync("centre.2026-12-17.morning", note: note);
        using var found = await resident.LookUpAsync(booked.GetProperty("reference").GetString()!);
        var kept = (await Resident.Expect(found, HttpStatusCode.OK)).GetProperty("booking").GetProperty("note").GetString();
        Assert.Equal(note.Replace('\u202E', ' ').Replace('\0', ' ').Replace('\t', ' '), kept);
    }

    [Theory]
    [InlineData("+86 138 0000 1111")]
    [InlineData("１３８００００１１１１")]
    public async Task A_phone_in_any_spelling_finds_the_booking_by_its_last_four_digits(string phone)
    {
        var resident = new Resident(_server.Http) { Phone = phone };
        var booked = await resident.BookedAsync("centre.2026-12-18.morning");
        using var found = await resident.LookUpAsync(booked.GetProperty("reference").GetString()!, "1111");
        Assert.Equal("138****1111", (await Resident.Expect(found, HttpStatusCode.OK)).GetProperty("booking").GetProperty("phone").GetString());
        using var cancelled = await resident.CancelAsync(booked);
        await Resident.Expect(cancelled, HttpStatusCode.OK);
    }
}

/// <summary>The same on the embedded database.</summary>
public sealed class ConfirmBookingTestsOnSqlite(SqliteBookings servers) : ConfirmBookingTests(servers), IClassFixture<SqliteBookings>;

/// <summary>The same on PostgreSQL.</summary>
public sealed class ConfirmBookingTestsOnPostgres(PostgresBookings servers) : ConfirmBookingTests(servers), IClassFixture<PostgresBookings>;
