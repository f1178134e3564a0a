using System.Diagnostics;
using Jizhou.Public.Content;

namespace Jizhou.Public.ApiTests.OgcFeatures;

/// <summary>Clients that others wrote read the collections, and find exactly what is there.</summary>
public sealed class ClientsTests(ReachableOgcServer ogc) : IClassFixture<ReachableOgcServer>
{
    private string Root => ogc.Server.Http.BaseAddress!.ToString().TrimEnd('/') + "/ogc";

    [Fact]
    public async Task Ogrinfo_lists_the_collections_and_counts_the_places()
    {
        Assert.Contains("2: places (title: 回收和投放点) (Point)", await RunAsync("ogrinfo", "-ro", $"OAPIF:{Root}"));
        Assert.Contains($"Feature Count: {ogc.Places.Count}", await RunAsync("ogrinfo", "-ro", "-so", $"OAPIF:{Root}", "places"));
    }

    [Theory]
    [InlineData(117.3, 39.8, 117.5, 40.1)]
    [InlineData(117, 39, 118, 41)]
    public async Task Ogr2ogr_reads_page_by_page_exactly_what_lies_in_a_box(double west, double south, double east, double north)
    {
        string[] box = [$"{west}", $"{south}", $"{east}", $"{north}"];
        Assert.Equal(Ids(place => InBox(place, west, south, east, north)), await OgrAsync(["-spat", .. box, "-oo", "PAGE_SIZE=7"]));
    }

    [Fact]
    public async Task Ogr2ogr_reads_exactly_what_was_verified_in_a_stretch_of_days() => Assert.Equal(
        Ids(place => place.LastVerified >= new DateOnly(2026, 3, 5) && place.LastVerified <= new DateOnly(2026, 4, 1)),
        await OgrAsync(["-where", "lastVerified >= '2026/03/05' AND lastVerified <= '2026/04/01'", "-oo", "PAGE_SIZE=50"]));

    [Fact]
    public async Task Ogr2ogr_reads_the_townships_and_the_changes_to_the_last()
    {
        Assert.Equal(ogc.Words.Geo.Townships.Select(township => township.Code).Order(StringComparer.Ordinal), await OgrAsync(["-oo", "PAGE_SIZE=5"], "townships"));
        var changes = (await ogc.Server.GetJsonAsync("/api/v1/places/changes?limit=1000")).GetProperty("items").GetArrayLength();
        Assert.Equal(changes, (await OgrAsync(["-oo", "PAGE_SIZE=50"], "changes")).Length);
    }

    [Fact]
    public async Task OwsLib_reads_exactly_what_a_box_a_time_and_a_filter_leave_page_by_page()
    {
        const string Script = """
            import sys
            from owslib.ogcapi.features import Features
            api = Features(sys.argv[1])
            def walk(collection, **query):
                ids, page = [], api.collection_items(collection, limit=40, **query)
                while True:
                    ids += [f["id"] for f in page["features"]]
                    following = [link["href"] for link in page["links"] if link["rel"] == "next"]
                    if not following:
                        return " ".join(ids)
                    cursor = following[0].split("cursor=")[1].split("&")[0]
                    page = api.collection_items(collection, limit=40, cursor=cursor, **query)
            print(" ".join(sorted(api.feature_collections())))
            print(" ".join(api.conformance()["conformsTo"]))
            print(walk("places", bbox=[117.3, 39.8, 117.5, 40.1]))
            print(walk("places", datetime="2026-03-05/2026-04-01"))
            print(walk("places", datetime="../2026-04-01", bbox=[117.2, 39.7, 117.6, 40.1]))
            print(walk("places", kind="textile-bin"))
            """;
        var lines = (await RunAsync("/usr/bin/python3", "-c", Script, Root)).Split('\n');
        Assert.Equal("changes places townships", lines[0]);
        Assert.Contains("http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs", lines[1]);
        Assert.Equal(Ids(place => InBox(place, 117.3, 39.8, 117.5, 40.1)), lines[2].Split(' '));
        Assert.Equal(Ids(place => place.LastVerified >= new DateOnly(2026, 3, 5) && place.LastVerified <= new DateOnly(2026, 4, 1)), lines[3].Split(' '));
        Assert.Equal(Ids(place => place.LastVerified <= new DateOnly(2026, 4, 1) && InBox(place, 117.2, 39.7, 117.6, 40.1)), lines[4].Split(' '));
        Assert.Equal(Ids(place => place.Kind == "textile-bin"), lines[5].Split(' '));
    }

    /// <summary>Ids by a look at every place; never none, so that an empty answer cannot pass.</summary>
    private string[] Ids(Func<Place, bool> wanted)
    {
        string[] ids = [.. ogc.Places.Where(wanted).Select(place => place.Id)];
        Assert.NotEmpty(ids);
        return ids;
    }

    private static bool InBox(Place place, double west, double south, double east, double north) =>
        place.Position is { } p && p.Lng >= west && p.Lng <= east && p.Lat >= south && p.Lat <= north;

    private async Task<string[]> OgrAsync(string[] options, string collection = "places")
    {
        var csv = await RunAsync("ogr2ogr", ["-f", "CSV", "/vsistdout/", "-select", "id", .. options, $"OAPIF:{Root}", collection]);
        return [.. csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Trim('"', '\r')).Order(StringComparer.Ordinal)];
    }

    private static async Task<string> RunAsync(string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (printed, complaints) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await complaints} {await printed}");
        return await printed;
    }
}
