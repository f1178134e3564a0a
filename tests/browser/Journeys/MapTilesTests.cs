using System.Globalization;
using Jizhou.Public.BrowserTests.Running;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>The map with the owner's key of 天地图: its host is led to a server of our own, everything else is as a visitor has it.</summary>
public sealed class MapTilesTests(MapTilesTests.Fixture browser) : IClassFixture<MapTilesTests.Fixture>
{
    private const string Host = "t0.tianditu.gov.cn";
    private const string Key = "k3y-of-the-owner";

    [Fact]
    public async Task With_a_key_the_map_draws_tiles_names_their_source_and_finds_from_where_it_is_pressed()
    {
        await using var visitor = await browser.OpenAsync("/places/?view=map", Visitor.AtADesk, alsoFrom: $"https://{Host}/");
        var page = visitor.Page;
        await page.Locator(".map-group, .map-dot").First.WaitForAsync();
        await page.Locator("img.leaflet-tile-loaded").First.WaitForAsync();
        Assert.Contains("底图：天地图", await page.Locator("[data-map-words]").InnerTextAsync(), StringComparison.Ordinal);
        AssertTiles(browser.Tiles.Asked);
        await visitor.AssertFlawlessAsync("the map with tiles"); // a tile that the page's policy refuses is an error there

        await page.Locator("[data-map-box]").ClickAsync(new LocatorClickOptions { Position = new Position { X = 40, Y = 200 } });
        await page.Locator("li.place .far").First.WaitForAsync();
        await page.Locator(".ring").First.WaitForAsync();
        Assert.Equal(3, await page.Locator(".ring").CountAsync());
        await visitor.AssertFlawlessAsync("the map after a press");
    }

    // Both layers, with the key, and the tile that holds the middle of the district at the zoom that was asked.
    private static void AssertTiles(IReadOnlyCollection<Uri> asked)
    {
        foreach (var layer in (string[])["vec", "cva"])
        {
            var tiles = asked.Where(address => address.AbsolutePath == $"/{layer}_w/wmts").Select(address => QueryHelpers.ParseQuery(address.Query).ToDictionary(part => part.Key, part => part.Value.ToString())).ToList();
            Assert.NotEmpty(tiles);
            Assert.All(tiles, tile => Assert.Equal(("WMTS", "GetTile", "1.0.0", layer, "default", "w", "tiles", Key),
                (tile["SERVICE"], tile["REQUEST"], tile["VERSION"], tile["LAYER"], tile["STYLE"], tile["TILEMATRIXSET"], tile["FORMAT"], tile["tk"])));
            Assert.Contains(tiles, tile => tile["TILECOL"] == Column(tile["TILEMATRIX"]) && tile["TILEROW"] == Row(tile["TILEMATRIX"]));
        }
    }

    private static string Column(string zoom) => Floor((117.4 + 180) / 360 * Across(zoom));

    private static string Row(string zoom) => Floor((1 - (Math.Asinh(Math.Tan(double.DegreesToRadians(40.05))) / Math.PI)) / 2 * Across(zoom));

    private static double Across(string zoom) => Math.Pow(2, int.Parse(zoom, CultureInfo.InvariantCulture));

    private static string Floor(double number) => ((int)number).ToString(CultureInfo.InvariantCulture);

    /// <summary>A portal with the key, and a browser that finds the tiles' host here.</summary>
    public sealed class Fixture : BrowserFixture
    {
        /// <summary>What answers for 天地图.</summary>
        public TileServer Tiles { get; private set; } = null!;

        /// <inheritdoc/>
        protected override (string Name, string Value)[] Settings => [("Portal:MapKey", Key)];

        /// <inheritdoc/>
        protected override IEnumerable<string> Arguments => [$"--host-resolver-rules=MAP {Host}:443 {Tiles.Authority}", "--ignore-certificate-errors"];

        /// <inheritdoc/>
        public override async Task InitializeAsync()
        {
            Tiles = await TileServer.StartAsync(Host);
            await base.InitializeAsync();
        }

        /// <inheritdoc/>
        public override async Task DisposeAsync()
        {
            await base.DisposeAsync();
            await Tiles.DisposeAsync();
        }
    }
}
