using System.Xml.Linq;
using Jizhou.Public.Api.Places;
using Jizhou.Public.Api.Places.Pages;

namespace Jizhou.Public.UnitTests.Places.Pages;

/// <summary>The sitemap with places.</summary>
public sealed class PlaceSitemapTests
{
    private const string Site = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n<url><loc>https://x.cn/</loc></url>\n</urlset>\n";

    private static readonly PlaceSnapshot Seven = TestPlaces.Snapshot([.. Enumerable.Range(0, 7).Select(i => In("120119100", $"p{i}"))]);

    [Fact]
    public void Few_places_join_the_sites_own_file()
    {
        var (name, xml) = Assert.Single(PlaceSitemap.Files(Site, Seven, "https://x.cn"));
        Assert.Equal("sitemap.xml", name);
        var addresses = Addresses(xml);
        Assert.Equal(11, addresses.Count);
        Assert.Contains("https://x.cn/places/p3/", addresses);
        Assert.Contains("https://x.cn/places/township/120119100/", addresses);
        Assert.Contains("https://x.cn/places/coverage/", addresses);
        Assert.Contains("https://x.cn/places/prices/", addresses);
    }

    [Fact]
    public void Very_many_make_an_index_of_parts_that_hold_each_address_once()
    {
        var files = PlaceSitemap.Files(Site, Seven, "https://x.cn", most: 3);
        Assert.Equal(["sitemap.xml", "sitemap-site.xml", "sitemap-places-1.xml", "sitemap-places-2.xml", "sitemap-places-3.xml", "sitemap-places-4.xml"], files.Select(file => file.Name));
        Assert.Equal(files.Skip(1).Select(file => $"https://x.cn/{file.Name}"), Addresses(files[0].Xml));
        var all = files.Skip(1).SelectMany(file => Addresses(file.Xml)).ToList();
        Assert.Equal(11, all.Distinct().Count());
        Assert.Equal(11, all.Count);
        Assert.All(files.Skip(1), file => Assert.InRange(Addresses(file.Xml).Count, 1, 3));
    }

    [Fact]
    public void Sample_places_stay_out()
    {
        var row = In("120119100", "p");
        Assert.Equal(["https://x.cn/", "https://x.cn/places/coverage/", "https://x.cn/places/prices/"], Addresses(PlaceSitemap.Files(Site, TestPlaces.Snapshot(row with { Place = row.Place with { Sample = true } }), "https://x.cn")[0].Xml));
    }

    private static PlaceRow In(string township, string id) => TestPlaces.Row(id) is var row ? row with { Place = row.Place with { Township = township } } : row;

    private static List<string> Addresses(string xml) => [.. XDocument.Parse(xml).Descendants().Where(e => e.Name.LocalName == "loc").Select(e => e.Value)];
}
