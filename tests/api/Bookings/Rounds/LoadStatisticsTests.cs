using System.Net;
using System.Text.Json;

namespace Jizhou.Public.ApiTests.Bookings.Rounds;

/// <summary>What was weighed where a round was tipped, in the public figures: once, in the township it came from if that is certain, and never of a few people.</summary>
public abstract class LoadStatisticsTests(BookingServers servers)
{
    private const string Yuyang = "120119100";
    private const string Yiliu = "120119101";

    [Fact]
    public async Task A_round_through_one_township_is_told_there_and_its_scales_count_instead_of_the_guesses()
    {
        await using var scene = await RoundScene.NewAsync(servers);
        var loads = await LoadsAsync(scene, [.. Enumerable.Repeat(Resident.Yuyang, 6)], guesses: 6);
        Assert.Equal([(null, null, 6L, 310L), (Yuyang, "station-yiliu", 6L, 310L)], loads);
    }

    [Fact]
    public async Task A_round_through_two_townships_is_told_for_neither()
    {
        await using var scene = await RoundScene.NewAsync(servers);
        var loads = await LoadsAsync(scene, [.. Enumerable.Repeat(Resident.Yuyang, 6), .. Enumerable.Repeat(Yiliu + "201", 5)], guesses: 0);
        Assert.Equal([(null, null, 11L, 310L), ("", "station-yiliu", 11L, 310L)], loads);
    }

    [Fact]
    public async Task A_weight_that_came_from_fewer_than_five_is_hidden()
    {
        await using var scene = await RoundScene.NewAsync(servers);
        var loads = await LoadsAsync(scene, [.. Enumerable.Repeat(Resident.Yuyang, 6)], guesses: 2); // two of the six gave furniture
        Assert.Equal([(null, null, null, null), (Yuyang, "station-yiliu", null, null)], loads);
    }

    // Books, collects everything, notes furniture at the first stops and tips 310 kg of it; the figures of furniture.
    private static async Task<IEnumerable<(string? Township, string? Centre, long? Bookings, long? Kilograms)>> LoadsAsync(RoundScene scene, IReadOnlyList<string> villages, int guesses)
    {
        List<string> references = [];
        foreach (var village in villages)
        {
            references.Add((await scene.BookAsync(village: village)).Reference);
        }

        await scene.HandOutAsync();
        using var li = await scene.CrewAtAsync("12:00");
        var round = System.Text.RegularExpressions.Regex.Match(await li.PageAsync(), "name=\"round\" value=\"([0-9a-f]+)\"").Groups[1].Value;
        foreach (var (reference, i) in references.Select((reference, i) => (reference, i)))
        {
            (string, string)[] guess = i < guesses ? [("cubic-metres-furniture", "0.2"), ("kilograms-furniture", "12"), ("centre", "centre-guanzhuang")] : [];
            Assert.Equal("stands", await li.SentAsync(round, reference, "collected", more: guess));
        }

        foreach (var kilograms in (string[])["300", "10"])
        {
            (string, string)[] weighed = [("kilograms-furniture", kilograms), ("centre", "station-yiliu")];
            using var tipped = await li.SendAsync(round, "", "", path: "/console/round/tipped/", more: weighed);
            await Resident.Expect(tipped, HttpStatusCode.OK);
        }

        using var answer = await scene.Server.Http.GetAsync("/api/v1/bookings/statistics");
        var month = (await Resident.Expect(answer, HttpStatusCode.OK)).GetProperty("months").EnumerateArray().Single(one => one.GetProperty("month").GetString() == "2026-11");
        return [.. month.GetProperty("loads").EnumerateArray().Where(load => load.GetProperty("stream").GetString() == "furniture")
            .Select(load => (load.GetProperty("township").GetString(), load.GetProperty("centre").GetString(), Number(load, "bookings"), Number(load, "kilograms")))];
    }

    private static long? Number(JsonElement load, string name) => load.GetProperty(name).ValueKind == JsonValueKind.Null ? null : load.GetProperty(name).GetInt64();
}

/// <summary>On the embedded database.</summary>
public sealed class LoadStatisticsOnSqlite(SqliteBookings servers) : LoadStatisticsTests(servers), IClassFixture<SqliteBookings>;

/// <summary>On a real PostgreSQL.</summary>
public sealed class LoadStatisticsOnPostgres(PostgresBookings servers) : LoadStatisticsTests(servers), IClassFixture<PostgresBookings>;
