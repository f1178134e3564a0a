using System.Net;
using Dapper;
using Microsoft.Data.Sqlite;

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
        Assert.Equal(165 - 5, rest.Count);
        Assert.Equal(0, (await server.Ask(Here)).Items()[0].GetProperty("metres").GetInt32());
        using var page = await server.Http.GetAsync("/places/a-new-one/");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var gone = await server.Http.GetAsync($"/places/{seen[^1]}/");
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
    }

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
