using System.Text.Json;
using Dapper;
using Jizhou.Public.Api.Places;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.ApiTests.Platform.Persistence;
using Jizhou.Public.Content;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Places;

/// <summary>What is read for a snapshot is what was written, whichever database keeps it.</summary>
public sealed class ReadPlacesTests(PostgresServer postgres) : IClassFixture<PostgresServer>
{
    private static readonly Place Full = new()
    {
        Id = "read-full", Name = "示例·“引号”，\\ 与\n换行", Kind = "mobile-event", Setting = "village", Level = "village", DualNetwork = true,
        Accepts = ["paper", "textile"], Rejects = ["glass"], Audience = "residents", AppointmentOnly = true, Pays = false,
        Prices = [new PlacePrice("paper", 80, "公斤", new DateOnly(2026, 3, 1))], Access = "北门\t进", StepFree = true, Phone = "022-12345", Operator = "示例\u001f单位",
        Position = new GeoPoint(117.123456789012345, 40.000000000000007), Hours = "Mo-Fr 08:00-17:30", Dates = [new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 3)], Lunar = [2, 7],
        Photo = new PlacePhoto("/photos/1.webp", "门口"), Source = "test", Licence = "CC0-1.0", LastVerified = new DateOnly(2026, 11, 2), VerifiedBy = "某某",
        Sample = true, Illustrative = true, Township = "120119102", Village = "120119102201", Address = "示例路 1 号",
    };

    private static readonly Place Bare = new() { Id = "read-bare", Name = "示例·少", Kind = "textile-bin", Source = "" };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_place_is_read_as_it_was_written(bool onPostgres)
    {
        await using var server = await ServerAsync(onPostgres);
        var (standing, _) = await ReadAsync(server, Full, Bare);
        Assert.Equal(AsJson(Full), AsJson(standing.Single(row => row.Place.Id == Full.Id).Place));
        Assert.Equal(AsJson(Bare), AsJson(standing.Single(row => row.Place.Id == Bare.Id).Place));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_removed_place_keeps_its_name_reason_successor_and_whether_it_was_a_sample(bool onPostgres)
    {
        await using var server = await ServerAsync(onPostgres);
        var record = PlaceRecord.Of(Full) with { Id = "read-gone", RemovedAt = 1_790_000_000_123, RemovedBecause = "撤点", ReplacedBy = "read-full" };
        await WriteAsync(server, record);
        var (_, removed) = await ReadAsync(server);
        Assert.Equal(record.ToRemoved(), removed.Single(place => place.Id == record.Id));
    }

    [Fact]
    public async Task What_places_share_stands_in_memory_once()
    {
        await using var server = await ServerAsync(onPostgres: false);
        var (standing, _) = await ReadAsync(server, Full, Full with { Id = "read-other", Name = "示例·另一", Pays = true });
        var (one, other) = (standing.Single(row => row.Place.Id == Full.Id).Place, standing.Single(row => row.Place.Id == "read-other").Place);
        Assert.Same(one.Accepts, other.Accepts);
        Assert.Same(one.Hours, other.Hours);
        Assert.Same(one.Village, other.Village);
        Assert.NotEqual(one.Pays, other.Pays);
    }

    private async Task<ApiServer> ServerAsync(bool onPostgres) => onPostgres
        ? new ApiServer { ["Storage:Provider"] = "postgres", ["Storage:ConnectionString"] = await postgres.NewDatabaseAsync() }
        : new ApiServer();

    private static async Task<(IReadOnlyList<PlaceRow> Standing, IReadOnlyList<RemovedPlace> Removed)> ReadAsync(ApiServer server, params Place[] written)
    {
        foreach (var place in written)
        {
            await WriteAsync(server, PlaceRecord.Of(place));
        }

        return await server.Services.GetRequiredService<PlaceStore>().ReadAllAsync(default);
    }

    private static Task WriteAsync(ApiServer server, PlaceRecord record)
    {
        _ = server.Http;
        return server.Services.GetRequiredService<IDatabase>().WriteAsync(
            transaction => transaction.Open().ExecuteAsync(PlaceRecord.Insert, record, transaction), default);
    }

    private static string AsJson(Place place) => JsonSerializer.Serialize(place);
}
