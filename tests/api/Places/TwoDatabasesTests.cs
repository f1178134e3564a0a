using Jizhou.Public.ApiTests.Platform.Persistence;

namespace Jizhou.Public.ApiTests.Places;

/// <summary>Places on PostgreSQL are the places on SQLite, to the byte and to the tag, so that nodes may answer for each other.</summary>
public sealed class TwoDatabasesTests(PostgresServer postgres) : IClassFixture<PostgresServer>
{
    [Theory]
    [InlineData("/api/v1/places/nearby?lng=117.41&lat=40.05&limit=100")]
    [InlineData("/api/v1/places?township=120119100")]
    [InlineData("/api/v1/places/sample-010?crs=gcj02")]
    [InlineData("/api/v1/places.csv")]
    public async Task Both_answer_the_same(string address)
    {
        await using var one = new ApiServer();
        await using var other = new ApiServer { ["Storage:Provider"] = "postgres", ["Storage:ConnectionString"] = await postgres.NewDatabaseAsync() };
        using var first = await one.Http.GetAsync(address);
        using var second = await other.Http.GetAsync(address);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.NotNull(first.Headers.ETag);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }
}
