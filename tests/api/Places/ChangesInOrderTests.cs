using System.Text.Json;
using Jizhou.Public.Api.Places;
using Jizhou.Public.Api.Places.Changes;
using Jizhou.Public.Api.Platform.Caching;
using Jizhou.Public.ApiTests.Platform.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Places;

/// <summary>
/// A reader who follows the list of changes while others write misses none: on PostgreSQL numbers are drawn before they can be seen, and a
/// later one may be visible first.
/// </summary>
public sealed class ChangesInOrderTests(PostgresServer postgres) : IClassFixture<PostgresServer>
{
    private const int Writers = 6;
    private const int Each = 15;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reader_sees_every_change_of_many_writers_once_and_in_order(bool onPostgres)
    {
        await using var server = onPostgres
            ? new ApiServer { ["Storage:Provider"] = "postgres", ["Storage:ConnectionString"] = await postgres.NewDatabaseAsync() }
            : new ApiServer();
        var since = (await server.Ask("/api/v1/places/changes?limit=1000")).Text("latest");
        var (feed, notes) = (server.Services.GetRequiredService<IChangeFeed>(), server.Services.GetRequiredService<ChangeStore>());
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                await feed.ChangeAsync(PlaceStore.Topic, async transaction =>
                {
                    await notes.EnterAsync(transaction);
                    await ChangeStore.NoteAsync(transaction, $"w{writer}-{i}", "changed", i);
                    return true;
                }, CancellationToken.None);
            }
        })));
        List<string> seen = [];
        for (var last = false; !last;)
        {
            last = writing.IsCompleted; // asked before reading: one more look after the last write
            JsonElement page;
            do
            {
                page = await server.Ask($"/api/v1/places/changes?limit=7&since={since}");
                seen.AddRange(page.Items().Select(item => item.Text("id")!));
                since = page.Text("latest");
            }
            while (page.Text("next") is not null);
        }

        await writing;
        Assert.Equal(Writers * Each, seen.Count);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.All(Enumerable.Range(0, Writers), writer => Assert.Equal(
            Enumerable.Range(0, Each).Select(i => $"w{writer}-{i}"), seen.Where(id => id.StartsWith($"w{writer}-", StringComparison.Ordinal))));
    }
}
