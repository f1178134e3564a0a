using Dapper;
using Jizhou.Public.Api.Platform.Caching;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Platform.Caching;

/// <summary>"Something changed" reaches the snapshots of this process at once and of others by polling.</summary>
public sealed class ChangeFeedTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task When_a_change_is_answered_this_process_has_renewed()
    {
        var feed = Feed();
        var renewed = 0;
        feed.Subscribe("here", _ =>
        {
            renewed++;
            return Task.CompletedTask;
        });
        await feed.ChangeAsync("here", _ => Task.FromResult(1), default);
        await feed.ChangeAsync("elsewhere", _ => Task.FromResult(1), default);
        Assert.Equal(1, renewed);
    }

    [Fact]
    public async Task A_change_that_is_rolled_back_announces_nothing()
    {
        var feed = Feed();
        var renewed = 0;
        feed.Subscribe("failing", _ =>
        {
            renewed++;
            return Task.CompletedTask;
        });
        await Assert.ThrowsAsync<InvalidOperationException>(() => feed.ChangeAsync<int>("failing", _ => throw new InvalidOperationException(), default));
        Assert.Equal(0, renewed);
    }

    [Fact]
    public async Task A_change_by_another_process_is_noticed_by_polling()
    {
        var renewed = new TaskCompletionSource();
        Feed().Subscribe("other-process", _ =>
        {
            renewed.TrySetResult();
            return Task.CompletedTask;
        });
        await using var other = new SqliteConnection($"Data Source={Path.Combine(server.DataFolder, "jizhou.db")};Pooling=false");
        await other.ExecuteAsync("INSERT INTO change_feed VALUES ('other-process', 1)");
        await renewed.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private IChangeFeed Feed()
    {
        server.NewClient().Dispose();
        return server.Services.GetRequiredService<IChangeFeed>();
    }
}
