using System.Diagnostics;
using System.Net;

namespace Jizhou.Public.ApiTests.Bookings;

/// <summary>Looking up, reading, amending and cancelling: POST /lookup, GET, PATCH and DELETE /{reference}, POST /{reference}/ics.</summary>
public abstract class ManageBookingTests(BookingServers servers)
{
    private readonly ApiServer _server = servers.Api;
    private Resident Somebody => new(_server.Http);

    [Fact]
    public async Task A_lookup_shows_the_booking_masked_and_issues_a_token_for_30_minutes()
    {
        var resident = Somebody;
        var booked = await resident.BookedAsync("centre.2026-11-24.morning", "sofa", name: "张三", note: "后门");
        using var answer = await resident.LookUpAsync(Reference(booked).ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var found = await Resident.Expect(answer, HttpStatusCode.OK);
        var booking = found.GetProperty("booking");
        Assert.Equal((Reference(booked), "张*", "后门", resident.Address), (Reference(booking), booking.GetProperty("name").GetString(), booking.GetProperty("note").GetString(), booking.GetProperty("address").GetString()));
        Assert.Equal($"139****{resident.Phone[^4..]}", booking.GetProperty("phone").GetString());
        Assert.Equal(_server.Clock.GetUtcNow().AddMinutes(30), found.GetProperty("expiresAt").GetDateTimeOffset());

        using var read = await resident.ManageAsync(HttpMethod.Get, Reference(booked), found.GetProperty("manageToken").GetString());
        Assert.Equal(Reference(booked), Reference(await Resident.Expect(read, HttpStatusCode.OK)));
        Assert.True(read.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task A_lookup_token_runs_out()
    {
        using var own = await servers.NewAsync();
        var resident = new Resident(own.Http);
        var booked = await resident.BookedAsync("centre.2026-11-25.morning");
        using var answer = await resident.LookUpAsync(Reference(booked));
        var token = (await Resident.Expect(answer, HttpStatusCode.OK)).GetProperty("manageToken").GetString();
        own.Clock.Advance(TimeSpan.FromMinutes(30));
        using var read = await resident.ManageAsync(HttpMethod.Get, Reference(booked), token);
        Assert.Equal("booking_not_found", await Resident.Refused(read, HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Wrong_reference_phone_and_token_look_the_same()
    {
        using var own = await servers.NewAsync();
        var (resident, other) = (new Resident(own.Http), new Resident(own.Http));
        var booked = await resident.BookedAsync("centre.2026-11-24.afternoon");
        var foreign = await other.BookedAsync("centre.2026-11-24.afternoon");
        var wrongEnding = resident.Phone[^4..] == "0000" ? "1111" : "0000";
        HttpResponseMessage[] answers =
        [
            await resident.LookUpAsync(Reference(booked), wrongEnding),
            await resident.LookUpAsync("0000-0000-0000"),
            await resident.LookUpAsync("ZZZZ-ZZZZ-ZZZZ"),
            await resident.LookUpAsync("no reference at all"),
            await resident.ManageAsync(HttpMethod.Get, Reference(booked), null),
            await resident.ManageAsync(HttpMethod.Get, Reference(booked), new string('0', 32)),
            await resident.ManageAsync(HttpMethod.Get, Reference(booked), foreign.GetProperty("manageToken").GetString()),
            await resident.ManageAsync(HttpMethod.Delete, Reference(booked), "garbage and more"),
            await resident.ManageAsync(HttpMethod.Patch, Reference(booked), new string('0', 32), new { note = "x" }),
            await resident.ManageAsync(HttpMethod.Post, Reference(booked), new string('0', 32), rest: "/ics"),
            await resident.ManageAsync(HttpMethod.Delete, "0000-0000-0000", booked.GetProperty("manageToken").GetString()),
        ];
        var bodies = new HashSet<string>();
        foreach (var answer in answers)
        {
            using (answer)
            {
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
                var body = await answer.Content.ReadAsStringAsync();
                var id = answer.Headers.GetValues("X-Request-Id").Single();
                bodies.Add(body.Replace(id, "", StringComparison.Ordinal));
            }
        }

        Assert.Single(bodies);
    }

    [Fact]
    public async Task Wrong_reference_and_wrong_phone_take_the_same_time()
    {
        using var own = await servers.NewAsync(("Limits:FailedLookupsPerClient", "100000"), ("Limits:FailedLookupsPerReference", "100000"), ("Limits:WritesPerMinute", "100000"));
        var resident = new Resident(own.Http);
        var right = Reference(await resident.BookedAsync("centre.2026-11-24.morning"));
        var wrongEnding = resident.Phone[^4..] == "0000" ? "1111" : "0000";
        var times = new Dictionary<string, List<double>> { [right] = [], ["0000-0000-0000"] = [] };
        for (var i = 0; i < 300; i++)
        {
            foreach (var (reference, list) in times) // alternately, so that both see the same machine
            {
                var started = Stopwatch.GetTimestamp();
                using var answer = await resident.LookUpAsync(reference, wrongEnding);
                list.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        var medians = times.Values.Select(list => list.Order().ElementAt(150)).ToList();
        Assert.True(Math.Abs(medians[0] - medians[1]) < 1, $"medians {medians[0]:0.000} and {medians[1]:0.000} ms");
    }

    [Fact]
    public async Task Guessing_is_stopped_by_reference_and_by_client_and_tells_nothing()
    {
        using var own = await servers.NewAsync();
        var resident = new Resident(own.Http);
        var booked = Reference(await resident.BookedAsync("centre.2026-11-24.morning"));
        var wrongEnding = resident.Phone[^4..] == "0000" ? "1111" : "0000";
        for (var i = 0; i < 10; i++)
        {
            using var wrong = await resident.LookUpAsync(booked, wrongEnding);
            Assert.Equal("booking_not_found", await Resident.Refused(wrong, HttpStatusCode.NotFound));
        }

        using var right = await resident.LookUpAsync(booked); // even the right answer waits
        Assert.Equal("lookup_limit", await Resident.Refused(right, HttpStatusCode.TooManyRequests));
        Assert.NotNull(right.Headers.RetryAfter);
        for (var i = 0; i < 10; i++)
        {
            using var wrong = await resident.LookUpAsync("0000-0000-0000");
            Assert.Equal("booking_not_found", await Resident.Refused(wrong, HttpStatusCode.NotFound));
        }

        using var other = await resident.LookUpAsync("1111-1111-1111");
        Assert.Equal("lookup_limit", await Resident.Refused(other, HttpStatusCode.TooManyRequests));

        own.Clock.Advance(TimeSpan.FromHours(1));
        using var later = await resident.LookUpAsync(booked);
        await Resident.Expect(later, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Guesses_sent_all_at_once_get_no_further()
    {
        using var own = await servers.NewAsync();
        var resident = new Resident(own.Http);
        var booked = Reference(await resident.BookedAsync("centre.2026-11-24.morning"));
        var endings = Enumerable.Range(0, 61).Select(i => $"{i:0000}").Where(ending => ending != resident.Phone[^4..]).Take(60);
        var answers = await Task.WhenAll(endings.Select(ending => resident.LookUpAsync(booked, ending)));
        Assert.Equal((10, 50), (answers.Count(a => a.StatusCode == HttpStatusCode.NotFound), answers.Count(a => a.StatusCode == HttpStatusCode.TooManyRequests)));
        Array.ForEach(answers, a => a.Dispose());
    }

    [Theory]
    [InlineData("123")]
    [InlineData("12a4")]
    [InlineData("")]
    public async Task An_ending_that_is_no_four_digits_is_named(string ending)
    {
        using var answer = await Somebody.LookUpAsync("0000-0000-0000", ending);
        var problem = await Resident.Expect(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("phoneEnding", problem.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task Cancelling_frees_exactly_what_was_taken_once()
    {
        const string Slot = "centre.2026-12-01.morning";
        var (first, second) = (Somebody, Somebody);
        var booked = await first.BookedAsync(Slot, "wardrobe", 2);
        await second.BookedAsync(Slot);
        for (var i = 0; i < 38; i++)
        {
            await Somebody.HeldAsync(Slot);
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => first.CancelAsync(booked)));
        foreach (var answer in answers)
        {
            using (answer)
            {
                Assert.Equal("cancelled", (await Resident.Expect(answer, HttpStatusCode.OK)).GetProperty("state").GetString());
            }
        }

        await Somebody.HeldAsync(Slot);
        using var full = await Somebody.HoldAsync(Slot);
        Assert.Equal("slot_full", await Resident.Refused(full, HttpStatusCode.Conflict));
    }

    [Theory]
    [InlineData("2026-11-24 15:59:30", HttpStatusCode.OK)]
    [InlineData("2026-11-24 16:00:30", HttpStatusCode.OK)]
    [InlineData("2026-11-24 16:01:00", HttpStatusCode.Conflict)]
    public async Task Cancelling_ends_with_the_cut_off(string now, HttpStatusCode status)
    {
        using var own = await servers.NewAsync();
        var resident = new Resident(own.Http);
        var booked = await resident.BookedAsync("centre.2026-11-25.morning");
        own.Clock.Set(DateTimeOffset.Parse(now + " +08:00", System.Globalization.CultureInfo.InvariantCulture));
        using var answer = await resident.CancelAsync(booked);
        var body = await Resident.Expect(answer, status);
        if (status == HttpStatusCode.Conflict)
        {
            Assert.Equal("too_late", body.GetProperty("code").GetString());
            Assert.Contains("11月24日 16:00", body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Amending_swaps_the_slot_and_gives_a_new_label()
    {
        var resident = Somebody;
        var booked = await resident.BookedAsync("centre.2026-12-02.morning", "sofa");
        using var answer = await Amend(resident, booked, new { slot = "centre.2026-12-03.afternoon", items = new[] { new { code = "chair", count = 4 } }, note = "改天" });
        var amended = await Resident.Expect(answer, HttpStatusCode.OK);
        Assert.Equal("centre.2026-12-03.afternoon", amended.GetProperty("slot").GetProperty("id").GetString());
        Assert.Equal(("chair", "改天"), (amended.GetProperty("items")[0].GetProperty("code").GetString(), amended.GetProperty("note").GetString()));
        Assert.StartsWith("渔阳 12-03 ", amended.GetProperty("label").GetString(), StringComparison.Ordinal);

        // All of the old slot is free again, and exactly one stop of the new one is taken.
        for (var i = 0; i < 40; i++)
        {
            await Somebody.HeldAsync("centre.2026-12-02.morning");
        }

        for (var i = 0; i < 39; i++)
        {
            await Somebody.HeldAsync("centre.2026-12-03.afternoon");
        }

        using var full = await Somebody.HoldAsync("centre.2026-12-03.afternoon");
        Assert.Equal("slot_full", await Resident.Refused(full, HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task The_own_full_day_stays_possible_and_another_full_day_changes_nothing()
    {
        var resident = Somebody;
        var booked = await resident.BookedAsync("centre.2026-12-04.morning", note: "一");
        for (var i = 0; i < 39; i++)
        {
            await Somebody.HeldAsync("centre.2026-12-04.morning");
        }

        for (var i = 0; i < 40; i++)
        {
            await Somebody.HeldAsync("centre.2026-12-07.morning");
        }

        using var sameDay = await Amend(resident, booked, new { items = new[] { new { code = "chair", count = 2 } } });
        await Resident.Expect(sameDay, HttpStatusCode.OK);
        using var nothing = await Amend(resident, booked, new { slot = "centre.2026-12-04.morning", items = new[] { new { code = "chair", count = 2 } }, note = "一" });
        Assert.Equal("nothing_changed", await Resident.Refused(nothing, HttpStatusCode.UnprocessableEntity));
        using var full = await Amend(resident, booked, new { slot = "centre.2026-12-07.morning", note = "二" });
        Assert.Equal("slot_full", await Resident.Refused(full, HttpStatusCode.Conflict));

        using var read = await resident.ManageAsync(HttpMethod.Get, Reference(booked), booked.GetProperty("manageToken").GetString());
        var unchanged = await Resident.Expect(read, HttpStatusCode.OK);
        Assert.Equal(("centre.2026-12-04.morning", "一", 2), (unchanged.GetProperty("slot").GetProperty("id").GetString(), unchanged.GetProperty("note").GetString(), unchanged.GetProperty("items")[0].GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task Two_bookings_cannot_be_moved_onto_one_place()
    {
        const string Target = "centre.2026-12-08.morning";
        for (var i = 0; i < 39; i++)
        {
            await Somebody.HeldAsync(Target);
        }

        var (a, b) = (Somebody, Somebody);
        var (first, second) = (await a.BookedAsync("centre.2026-12-09.morning"), await b.BookedAsync("centre.2026-12-10.morning"));
        var answers = await Task.WhenAll(Amend(a, first, new { slot = Target }), Amend(b, second, new { slot = Target }));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(r => r.StatusCode).Order());
        Array.ForEach(answers, r => r.Dispose());
    }

    [Fact]
    public async Task A_cancelled_booking_cannot_be_amended()
    {
        var resident = Somebody;
        var booked = await resident.BookedAsync("centre.2026-12-11.morning");
        using var cancelled = await resident.CancelAsync(booked);
        await Resident.Expect(cancelled, HttpStatusCode.OK);
        using var amended = await Amend(resident, booked, new { note = "x" });
        Assert.Equal("booking_not_open", await Resident.Refused(amended, HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task The_calendar_file_follows_the_booking_and_tells_nothing_personal()
    {
        var resident = Somebody;
        var booked = await resident.BookedAsync("centre.2026-12-14.morning", name: "张三", note: "后门");
        var before = await Ics(resident, booked);
        Assert.Contains("DTSTART:20261214T000000Z\r\n", before, StringComparison.Ordinal);
        Assert.Contains("STATUS:CONFIRMED\r\n", before, StringComparison.Ordinal);
        Assert.All(["张三", "后门", resident.Phone, resident.Address, Reference(booked), booked.GetProperty("manageToken").GetString()!],
            secret => Assert.DoesNotContain(secret, before, StringComparison.Ordinal));
        Assert.All(before.Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75));

        using var cancelled = await resident.CancelAsync(booked);
        await Resident.Expect(cancelled, HttpStatusCode.OK);
        var after = await Ics(resident, booked);
        Assert.Contains("STATUS:CANCELLED\r\n", after, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1\r\n", after, StringComparison.Ordinal);
        Assert.Equal(Line(before, "UID:"), Line(after, "UID:"));
    }

    private static string Reference(System.Text.Json.JsonElement booking) => booking.GetProperty("reference").GetString()!;

    private static Task<HttpResponseMessage> Amend(Resident resident, System.Text.Json.JsonElement booked, object change) =>
        resident.ManageAsync(HttpMethod.Patch, Reference(booked), booked.GetProperty("manageToken").GetString(), change);

    private static async Task<string> Ics(Resident resident, System.Text.Json.JsonElement booked)
    {
        using var answer = await resident.ManageAsync(HttpMethod.Post, Reference(booked), booked.GetProperty("manageToken").GetString(), rest: "/ics");
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsStringAsync();
    }

    private static string Line(string ics, string start) => ics.Split("\r\n").Single(l => l.StartsWith(start, StringComparison.Ordinal));
}

/// <summary>The same on the embedded database.</summary>
public sealed class ManageBookingTestsOnSqlite(SqliteBookings servers) : ManageBookingTests(servers), IClassFixture<SqliteBookings>;

/// <summary>The same on PostgreSQL.</summary>
public sealed class ManageBookingTestsOnPostgres(PostgresBookings servers) : ManageBookingTests(servers), IClassFixture<PostgresBookings>;
