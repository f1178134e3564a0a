using System.Text;
using Jizhou.Public.Api.Places.Areas;
using Jizhou.Public.Api.Places.Import;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.ApiTests.Platform.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Places;

/// <summary>Positions, areas and populations of villages, on both databases, and what /api/v1/areas says of them.</summary>
public sealed class ImportVillagesTests(PostgresServer postgres) : IClassFixture<PostgresServer>
{
    private const string Villages = "村名,乡镇,经度,纬度,面积(平方公里),人口,来源\n官庄村,官庄镇,117.41,40.05,3.5,1200,区民政局\n,官庄镇,117.42,40.06,,43000,区民政局\n没有的村,官庄镇,117.4,40.05,,,\n";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task They_are_seen_at_once_and_can_be_taken_back(bool onPostgres)
    {
        using var server = new ApiServer();
        if (onPostgres)
        {
            (server["Storage:Provider"], server["Storage:ConnectionString"]) = ("postgres", await postgres.NewDatabaseAsync());
        }

        var before = await server.Ask("/api/v1/areas/villages?township=120119102");
        Assert.Equal(0, before.GetProperty("positioned").GetInt32());
        Assert.Equal((2, 1), Counts(await RunAsync(server, apply: false)));
        Assert.Equal(0, (await server.Ask("/api/v1/areas/villages")).GetProperty("positioned").GetInt32());

        var applied = await RunAsync(server, apply: true);
        Assert.EndsWith(",原因", Encoding.UTF8.GetString(applied.RefusedFile!).Split("\r\n")[0], StringComparison.Ordinal);
        var own = (await server.Ask("/api/v1/areas/villages?township=120119102")).Items().Single(item => item.Text("code") == "120119102214");
        Assert.Equal((117.41, 3.5, 1200), (own.GetProperty("position").GetProperty("lng").GetDouble(), own.GetProperty("areaKm2").GetDouble(), own.GetProperty("population").GetInt32()));
        var shifted = (await server.Ask("/api/v1/areas/villages?township=120119102&crs=gcj02")).Items().Single(item => item.Text("code") == "120119102214");
        Assert.InRange(shifted.GetProperty("position").GetProperty("lng").GetDouble(), 117.412, 117.419);
        Assert.Equal(43000, Township(await server.Ask("/api/v1/areas/townships")).GetProperty("population").GetInt32());
        Assert.True((await RunAsync(server, apply: true)).Report.IsEmpty);

        Assert.Equal(2, (await Store(server).UndoAsync(Actor.CommandLine, CancellationToken.None))!.Value.Areas);
        Assert.Null(await Store(server).UndoAsync(Actor.CommandLine, CancellationToken.None));
        Assert.Equal(before.ToString(), (await server.Ask("/api/v1/areas/villages?township=120119102")).ToString());
        var noted = await server.Services.GetRequiredService<AuditLog>().FindAsync(new AuditFilter("", "", "", null, null, null), 10, CancellationToken.None);
        Assert.Equal(["areas-undo 命令行", "areas-import 命令行"], noted.Select(entry => $"{entry.Action} {entry.Actor}")); // nothing for the import that changed nothing
        Assert.Contains("村.csv", noted[1].Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Townships_have_their_other_names_and_the_seat_that_the_content_knows()
    {
        using var server = new ApiServer();
        var townships = (await server.Ask("/api/v1/areas/townships")).Items();
        Assert.Equal(28, townships.Count);
        Assert.Contains("城关镇", townships.Single(item => item.Text("name") == "渔阳镇").GetProperty("aliases").EnumerateArray().Select(alias => alias.GetString()));
        Assert.Equal(10, townships.Count(item => item.Text("source") == "GeoNames, CC-BY-4.0"));
        Assert.Equal(982, (await server.Ask("/api/v1/areas/villages")).Items().Count); // 虚拟社区 is nobody's home
        Assert.Equal("unknown_area", await server.Code("/api/v1/areas/villages?township=1"));
        await server.AssertConditional("/api/v1/areas/villages?township=120119102");
    }

    private static (int Added, int Refused) Counts(AreaResult result) => (result.Report.Added.Count, result.Report.Refused.Count);

    private static System.Text.Json.JsonElement Township(System.Text.Json.JsonElement answer) => answer.Items().Single(item => item.Text("code") == "120119102");

    private static AreaStore Store(ApiServer server) => server.Services.GetRequiredService<AreaStore>();

    private static Task<AreaResult> RunAsync(ApiServer server, bool apply) => server.Services.GetRequiredService<ImportAreas>().RunAsync(
        SourceBytes.OfUpload(Encoding.UTF8.GetBytes(Villages)), new ImportOptions { FileName = "村.csv", Crs = "wgs84" }, apply, CancellationToken.None);
}
