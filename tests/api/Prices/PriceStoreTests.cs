using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Prices;
using Jizhou.Public.ApiTests.Bookings;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Prices;

/// <summary>Prices on record and the command that publishes a file, on both databases.</summary>
public abstract class PriceStoreTests(BookingServers servers)
{
    private const string Right = "废纸,黄板纸,公斤,1.2,1.5,某站,2026-11-20,问的\n废纸,书本,公斤,1,1.3,某站,2026-11-21,问的\n";

    [Fact]
    public async Task A_file_is_published_whole_by_the_command_or_not_at_all_and_can_be_taken_back()
    {
        _ = servers.Api.Http;
        var store = servers.Api.Services.GetRequiredService<PriceStore>();
        Assert.Equal(1, await PublishAsync(Right + "废纸,书本,公斤,9,1.3,某站,2026-11-21,问的\n"));
        Assert.Empty(await store.AllAsync(CancellationToken.None));
        Assert.Equal(0, await PublishAsync(Right));
        var all = await store.AllAsync(CancellationToken.None);
        Assert.Equal(["书本", "黄板纸"], all.Select(known => known.Price.Quality));
        Assert.Equal((100L, 130L), (all[0].Price.LowFen, all[0].Price.HighFen));

        Assert.Equal(all[0], await store.FindAsync(all[0].Number, CancellationToken.None));
        Assert.True(await store.RemoveAsync(all[0], Actor.CommandLine, CancellationToken.None));
        Assert.False(await store.RemoveAsync(all[0], Actor.CommandLine, CancellationToken.None));
        Assert.Equal(2, await PublishAsync(null));
    }

    private async Task<int> PublishAsync(string? text)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        if (text is not null)
        {
            await File.WriteAllTextAsync(file, text);
        }

        var result = await PricesCommand.RunAsync(servers.Api.Services, [file], CancellationToken.None);
        File.Delete(file);
        return result;
    }
}

/// <summary>On the embedded database.</summary>
public sealed class PriceStoreOnSqliteTests(SqliteBookings servers) : PriceStoreTests(servers), IClassFixture<SqliteBookings>;

/// <summary>On a real PostgreSQL.</summary>
public sealed class PriceStoreOnPostgresTests(PostgresBookings servers) : PriceStoreTests(servers), IClassFixture<PostgresBookings>;
