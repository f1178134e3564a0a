namespace Jizhou.Public.ApiTests.Places;

/// <summary>Sample places go into a new database alone, and only when wanted.</summary>
public sealed class SampleLoadTests
{
    [Fact]
    public async Task A_database_without_samples_answers_with_nothing_and_says_no_sample()
    {
        using var server = new ApiServer { ["Sample:Load"] = "false" };
        var answer = await server.Ask("/api/v1/places/nearby?lng=117.41&lat=40.05");
        Assert.Empty(answer.Items());
        Assert.False(answer.GetProperty("sample").GetBoolean());
        await server.AssertConditional("/api/v1/places/nearby?lng=117.41&lat=40.05");
    }

    [Fact]
    public async Task A_restart_long_after_loads_nothing_again_and_keeps_report_times()
    {
        var folder = Directory.CreateTempSubdirectory("jizhou-test-").FullName;
        try
        {
            DateTimeOffset reported;
            await using (var first = Server(folder))
            {
                reported = (await first.Ask("/api/v1/places/sample-010")).GetProperty("terminal").GetProperty("reportedAt").GetDateTimeOffset();
            }

            await using var second = Server(folder);
            second.Clock.Advance(TimeSpan.FromDays(400));
            var place = await second.Ask("/api/v1/places/sample-010");
            Assert.Equal(reported, place.GetProperty("terminal").GetProperty("reportedAt").GetDateTimeOffset());
            Assert.False(place.GetProperty("terminal").GetProperty("live").GetBoolean());
            Assert.Equal(PlacesApi.Standing, (await second.AllPages("/api/v1/places?limit=100")).Count);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            Directory.Delete(folder + "-keys", recursive: true);
        }
    }

    private static ApiServer Server(string folder) => new() { ["Storage:DataFolder"] = folder, ["Security:KeyFolder"] = folder + "-keys" };
}
