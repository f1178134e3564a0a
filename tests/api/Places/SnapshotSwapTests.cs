using System.Net;
using Dapper;
using Jizhou.Public.Api.Places;
using Jizhou.Public.Content;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Places;

/// <summary>What another process writes appears here whole, and cursors hold across it.</summary>
public sealed class SnapshotSwapTests
{
    private const string Here = "/api/v1/places/nearby?lng=117.41&lat=40.05&limit=5";

    [Fact]
    public async Task An_added_place_has_its_answer_and_page_and_no_page_of_the_list_loses_or_doubles_a_place()
    {
        await using var server = new ApiServer();
        var first = await server.Ask(Here);
        var seen = first.Items().ConvertAll(item => item.Text("id"));
        await ChangeElsewhere(server, """
            INSERT INTO place (id, name, kind, dual_network, accepts, rejects, audience, appointment_only, lng, lat, source, sample, illustrative)
            VALUES ('a-new-one', '示例·新点', 'textile-bin', 0, 'textile', '', 'both', 0, 117.41, 40.05, 'test', 1, 1);
            UPDATE place SET removed_at = 1, removed_because = '撤点' WHERE id = @last;
            """, new { last = seen[^1] });
        await Until(async () => (await server.Ask(Here)).Items()[0].Text("id") == "a-new-one");

        var rest = await server.AllPages(Here, from: first.Text("next"));
        Assert.Empty(rest.Select(item => item.Text("id")).Intersect(seen));
        Assert.Equal(PlacesApi.Standing - 5, rest.Count);
        Assert.Equal(0, (await server.Ask(Here)).Items()[0].GetProperty("metres").GetInt32());
        using var page = await server.Http.GetAsync("/places/a-new-one/");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var gone = await server.Http.GetAsync($"/places/{seen[^1]}/");
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
    }

    [Fact]
    public async Task A_walk_meets_every_place_that_stays_once_while_a_writer_swaps_snapshots_in_which_others_come_and_go()
    {
        using var server = new ApiServer();
        _ = server.Http;
        var places = server.Services.GetRequiredService<CurrentPlaces>();
        var random = new Random(20261126);
        for (var round = 0; round < 6; round++)
        {
            var stay = Enumerable.Range(0, 60).Select(i => Row($"stay-{i:00}", random, ties: round % 2 == 0)).ToList();
            Swap();
            var filter = round % 3 == 0 ? "&material=paper" : round % 3 == 1 ? "&township=120119102" : "";
            List<string> seen = [];
            for (string? next = null; next is not null || seen.Count == 0; Swap())
            {
                var page = await server.Ask($"/api/v1/places/nearby?lng=117.41&lat=40.05&limit=7{filter}" + (next is null ? "" : $"&cursor={next}"));
                seen.AddRange(page.Items().Select(item => item.Text("id")!));
                next = page.Text("next");
                if (next is null)
                {
                    break;
                }
            }

            Assert.Equal(stay.Select(row => row.Place.Id).Order(), seen.Where(id => id.StartsWith("stay", StringComparison.Ordinal)).Order());
            Assert.Equal(seen.Count, seen.Distinct().Count());

            void Swap() => places.Replace([.. stay.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Row($"come-{random.NextInt64():x}", random, ties: true)))], []);
        }
    }

    [Fact]
    public async Task Readers_under_load_see_one_whole_snapshot_or_the_other_of_a_hundred_thousand_places()
    {
        using var server = new ApiServer();
        _ = server.Http;
        var places = server.Services.GetRequiredService<CurrentPlaces>();
        var versions = new[] { Many("红"), Many("蓝") };
        places.Replace(versions[0], []);
        var answered = 0;
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => ReadUntil(stop.Token)).ToArray();
        for (var swap = 1; swap <= 4; swap++)
        {
            await Task.Run(() => places.Replace(versions[swap % 2], []));
            var enough = Volatile.Read(ref answered) + 8; // each snapshot is seen by every reader
            await Until(() => Task.FromResult(Volatile.Read(ref answered) >= enough));
        }

        await stop.CancelAsync();
        var seen = (await Task.WhenAll(readers)).SelectMany(one => one).ToHashSet();
        Assert.Equal(["红", "蓝"], seen.Order());

        async Task<HashSet<string>> ReadUntil(CancellationToken token)
        {
            HashSet<string> colours = [];
            while (!token.IsCancellationRequested || colours.Count == 0)
            {
                var items = (await server.Ask("/api/v1/places/nearby?lng=117.41&lat=40.05&limit=50")).Items();
                colours.Add(Assert.Single(items.Select(item => item.Text("name")![3..4]).Distinct()));
                Assert.Equal(50, items.Count);
                Interlocked.Increment(ref answered);
            }

            return colours;
        }

        static List<PlaceRow> Many(string colour)
        {
            var random = new Random(5);
            return [.. Enumerable.Range(0, 100_000).Select(i => Row($"p-{i:000000}", random, ties: false, colour))];
        }
    }

    private static PlaceRow Row(string id, Random random, bool ties, string colour = "") => new(
        new Place
        {
            Id = id, Name = $"示例·{colour}{id}", Kind = "collection-point", Accepts = ["paper"], Hours = "24/7", Source = "test", Sample = true, Township = "120119102",
            Position = ties ? new GeoPoint(117.4 + (random.Next(3) * 0.01), 40.05) : new GeoPoint(117.2 + (0.4 * random.NextDouble()), 39.9 + (0.3 * random.NextDouble())),
        }, null);

    private static async Task ChangeElsewhere(ApiServer server, string sql, object values)
    {
        await using var other = new SqliteConnection($"Data Source={Path.Combine(server.DataFolder, "jizhou.db")};Pooling=false");
        await other.OpenAsync();
        await using var transaction = await other.BeginTransactionAsync();
        await other.ExecuteAsync(sql, values, transaction);
        await other.ExecuteAsync("UPDATE change_feed SET version = version + 1 WHERE topic = 'places'", transaction: transaction);
        await transaction.CommitAsync();
    }

    private static async Task Until(Func<Task<bool>> isTrue)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!await isTrue())
        {
            await Task.Delay(50, limit.Token);
        }
    }
}
