using System.Diagnostics;
using System.Net;

namespace Jizhou.Public.ApiTests.Bookings;

/// <summary>Looking up and reading: POST /lookup, GET /{reference}; whoever guesses learns nothing.</summary>
public abstract class LookUpBookingTests(BookingServers servers)
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

    private static string Reference(System.Text.Json.JsonElement booking) => booking.GetProperty("reference").GetString()!;
}

/// <summary>On the embedded database.</summary>
public sealed class LookUpBookingTestsOnSqlite(SqliteBookings servers) : LookUpBookingTests(servers), IClassFixture<SqliteBookings>;

/// <summary>On a real PostgreSQL.</summary>
public sealed class LookUpBookingTestsOnPostgres(PostgresBookings servers) : LookUpBookingTests(servers), IClassFixture<PostgresBookings>;
