using System.Text.Json;
using Jizhou.Public.ApiTests.Platform.Persistence;

namespace Jizhou.Public.ApiTests.Places;

/// <summary>Things that come and go: their days in answers, on their page and in the exports, on both databases.</summary>
public sealed class ComingDaysTests(PostgresServer postgres) : IClassFixture<PostgresServer>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_sample_with_lunar_market_days_tells_the_next_of_them(bool onPostgres)
    {
        await using var server = onPostgres
            ? new ApiServer { ["Storage:Provider"] = "postgres", ["Storage:ConnectionString"] = await postgres.NewDatabaseAsync() }
            : new ApiServer();
        var place = await server.Ask("/api/v1/places/sample-016"); // 2026-11-22 is 十月十四
        Assert.Equal([2, 7], place.GetProperty("lunar").EnumerateArray().Select(day => day.GetInt32()));
        Assert.Equal("农历逢二、逢七", place.Text("lunarText"));
        Assert.Equal(
            ["2026-11-25", "2026-11-30", "2026-12-05", "2026-12-10", "2026-12-15"], place.GetProperty("nextDates").EnumerateArray().Select(day => day.GetString()));
        Assert.Equal("2026-11-25T07:00:00+08:00", place.Text("nextOpening"));
        Assert.Equal(JsonValueKind.Null, place.GetProperty("photo").ValueKind);
        var page = await server.Http.GetStringAsync("/places/sample-016/");
        Assert.Contains("农历逢二、逢七", page);
        Assert.Contains("11月25日（周三）", page);
        Assert.Contains(",2 7,", await server.Http.GetStringAsync("/api/v1/places.csv"));
    }

    [Fact]
    public async Task What_stands_still_tells_no_days()
    {
        await using var server = new ApiServer();
        var place = await server.Ask("/api/v1/places/sample-001");
        Assert.Empty(place.GetProperty("nextDates").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, place.GetProperty("lunarText").ValueKind);
    }
}
