using System.Diagnostics;
using System.Text.Json;

namespace Jizhou.Public.ApiTests.OgcFeatures;

/// <summary>Clients that others wrote read the collections, and find exactly what is there.</summary>
public sealed class ClientsTests(ApiServer server) : IClassFixture<ApiServer>
{
    private string Root => server.Http.BaseAddress!.ToString().TrimEnd('/') + "/ogc";

    [Fact]
    public async Task Ogrinfo_lists_the_collections_and_counts_the_places()
    {
        var count = (await PlacesAsync(_ => true)).Length;
        Assert.Contains("2: places (title: 回收和投放点) (Point)", await RunAsync("ogrinfo", "-ro", $"OAPIF:{Root}"));
        Assert.Contains($"Feature Count: {count}", await RunAsync("ogrinfo", "-ro", "-so", $"OAPIF:{Root}", "places"));
    }

    [Theory]
    [InlineData(117.3, 39.9, 117.5, 40.1)]
    [InlineData(117, 39, 118, 41)]
    public async Task Ogr2ogr_reads_page_by_page_exactly_what_lies_in_a_box(double west, double south, double east, double north)
    {
        var expected = await PlacesAsync(feature => InBox(feature, west, south, east, north));
        string[] box = [$"{west}", $"{south}", $"{east}", $"{north}"];
        var csv = await RunAsync("ogr2ogr", ["-f", "CSV", "/vsistdout/", "-select", "id", "-spat", .. box, "-oo", "PAGE_SIZE=7", $"OAPIF:{Root}", "places"]);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Trim('"', '\r')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task OwsLib_reads_exactly_what_a_box_a_time_and_a_filter_leave()
    {
        const string Script = """
            import sys
            from owslib.ogcapi.features import Features
            api = Features(sys.argv[1])
            print(" ".join(sorted(api.feature_collections())))
            print(" ".join(api.conformance()["conformsTo"]))
            box = [float(number) for number in sys.argv[2].split(",")]
            print(" ".join(f["id"] for f in api.collection_items("places", bbox=box, limit=1000)["features"]))
            print(" ".join(f["id"] for f in api.collection_items("changes", datetime="2026-11-22T00:00:00Z/..", limit=1000)["features"]))
            print(" ".join(f["id"] for f in api.collection_items("places", kind="textile-bin", limit=1000)["features"]))
            """;
        var lines = (await RunAsync("/usr/bin/python3", "-c", Script, Root, "117.3,39.9,117.5,40.1")).Split('\n');
        Assert.Equal("changes places townships", lines[0]);
        Assert.Contains("http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs", lines[1]);
        Assert.Equal(await PlacesAsync(feature => InBox(feature, 117.3, 39.9, 117.5, 40.1)), lines[2].Split(' '));
        Assert.True(lines[3].Split(' ').Length > 100);
        Assert.Equal(await PlacesAsync(feature => feature.GetProperty("properties").GetProperty("kind").GetString() == "textile-bin"), lines[4].Split(' '));
    }

    /// <summary>Ids out of the plain export, which knows nothing of boxes and filters.</summary>
    private async Task<string[]> PlacesAsync(Func<JsonElement, bool> wanted) =>
        [.. (await server.GetJsonAsync("/api/v1/places.geojson")).GetProperty("features").EnumerateArray().Where(wanted).Select(OgcServer.IdOf).Order(StringComparer.Ordinal)];

    private static bool InBox(JsonElement feature, double west, double south, double east, double north)
    {
        var point = feature.GetProperty("geometry").GetProperty("coordinates");
        var (lng, lat) = (point[0].GetDouble(), point[1].GetDouble());
        return lng >= west && lng <= east && lat >= south && lat <= north;
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
