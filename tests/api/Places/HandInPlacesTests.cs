using Dapper;
using Jizhou.Public.Api.Places;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Places;

/// <summary>A week of hand-in is written once, in data/farm/hand-in.csv; the place that residents find follows from it.</summary>
public sealed class HandInPlacesTests
{
    private static readonly HandIn Week = new(
        "hand-in-120119104-2027-03-01", "120119104", ["mulch-film"], new DateOnly(2027, 3, 1), new DateOnly(2027, 3, 3), "08:00-11:00", "镇农资站", null,
        "镇里的通知", new DateOnly(2026, 11, 26), Sample: false);

    [Fact]
    public async Task Every_week_of_the_content_stands_among_the_places_with_the_same_days_hours_and_materials()
    {
        await using var server = new ApiServer();
        _ = server.Http;
        var content = server.Services.GetRequiredService<ContentFolder>();
        Assert.NotEmpty(content.HandIns);
        foreach (var week in content.HandIns)
        {
            var place = server.Services.GetRequiredService<CurrentPlaces>().Snapshot.Find(week.Id)!.Place;
            Assert.Equal((week.Township, week.Hours, week.Where, week.Position, week.Sample), (place.Township, place.Hours, place.Address, place.Position, place.Sample));
            Assert.Equal(week.Days, place.Dates);
            Assert.Equal(week.Materials, place.Accepts);
        }
    }

    [Fact]
    public async Task A_real_week_becomes_a_place_once_follows_its_line_and_stays_removed()
    {
        await using var server = new ApiServer();
        _ = server.Http;
        Assert.Equal(1, await KeepAsync(server, Week));
        Assert.Equal(0, await KeepAsync(server, Week));
        Assert.Equal(1, await KeepAsync(server, Week with { Hours = "08:30-11:30" }));
        var place = server.Services.GetRequiredService<CurrentPlaces>().Snapshot.Find(Week.Id)!.Place;
        Assert.Equal(("下营镇农资集中交回", "08:30-11:30", "镇里的通知", false), (place.Name, place.Hours, place.Source, place.Sample));
        Assert.Equal(["added", "changed"], await EffectsAsync(server));

        await server.Services.GetRequiredService<IDatabase>().WriteAsync(
            transaction => transaction.Open().ExecuteAsync("UPDATE place SET removed_at = 1, removed_because = '撤点' WHERE id = @Id", new { Week.Id }, transaction), default);
        Assert.Equal(0, await KeepAsync(server, Week));
    }

    private static Task<int> KeepAsync(ApiServer server, HandIn week) => server.Services.GetRequiredService<PlaceStore>().KeepAsync(
        [week.ToPlace(server.Services.GetRequiredService<ContentFolder>().Geo)], DateTimeOffset.UnixEpoch, default);

    private static async Task<IEnumerable<string>> EffectsAsync(ApiServer server) =>
        (await server.Services.GetRequiredService<PlaceStore>().ReadChangesAsync(default)).Where(change => change.Place == Week.Id).Select(change => change.Effect);
}
