using System.Globalization;
using System.Text.RegularExpressions;
using Jizhou.Public.Api.Places.Directions;
using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.UnitTests.House;

namespace Jizhou.Public.UnitTests.Places.Directions;

/// <summary>Every map gets its own datum, checked against the vectors of another implementation.</summary>
public sealed class MapLinksTests
{
    [Fact]
    public void Each_map_is_given_the_place_in_its_own_datum()
    {
        var vectors = File.ReadLines(Path.Combine(Repository.Root, "tests/samples/crs-vectors.csv")).Where(line => line.StartsWith("jizhou,", StringComparison.Ordinal))
            .Select(line => line.Split(',').Skip(1).Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray()).Take(50).ToList();
        Assert.NotEmpty(vectors);
        foreach (var at in vectors)
        {
            var links = MapLinks.To(Position.At(at[0], at[1]), "点", null).ToDictionary(link => link.App);
            AssertNear(at[2], at[3], Numbers(links["amap"].Url, @"position=(?<a>[\d.]+),(?<b>[\d.]+)"));
            AssertNear(at[5], at[4], Numbers(links["baidu"].Url, @"location=(?<a>[\d.]+),(?<b>[\d.]+)"));
            AssertNear(at[3], at[2], Numbers(links["tencent"].Url, @"coord:(?<a>[\d.]+),(?<b>[\d.]+)"));
            AssertNear(at[3], at[2], Numbers(links["apple"].Url, @"ll=(?<a>[\d.]+),(?<b>[\d.]+)"));
        }
    }

    [Fact]
    public void Links_name_their_datum_are_https_and_keep_a_hostile_name_inside_its_part()
    {
        var links = MapLinks.To(Position.At(117.4, 40), "点;addr:坏&src=x#\" 好", "门口:2");
        Assert.Equal(["amap gcj02", "baidu bd09", "tencent gcj02", "apple gcj02"], links.Select(link => $"{link.App} {link.Crs}"));
        Assert.All(links, link => Assert.StartsWith("https://", link.Url, StringComparison.Ordinal));
        Assert.All(links, link => Assert.DoesNotMatch("[\"#<> ]", link.Url));
        Assert.Single(Regex.Matches(links[2].Url, "addr:"));
        Assert.All(links, link => Assert.DoesNotContain("&src=x", link.Url, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_link_has_every_part_that_its_makers_documentation_requires()
    {
        var links = MapLinks.To(Position.At(117.4, 40), "示例点", null).ToDictionary(link => link.App, link => Parts(link.Url));
        Assert.Equal(["callnative=1", "coordinate=gaode", "name=示例点", "position", "src=jizhou-public"], links["amap"]);
        Assert.Equal(["content=示例点", "coord_type=bd09ll", "location", "output=html", "src=webapp.jizhou.public", "title=示例点"], links["baidu"]);
        Assert.Equal(["coord_type=2", "marker", "referer=jizhou-public"], links["tencent"]);
        Assert.Equal(["ll", "q=示例点"], links["apple"]);
    }

    [Fact]
    public void A_name_with_a_bar_stays_one_marker()
    {
        var tencent = MapLinks.To(Position.At(117.4, 40), "东门|coord:1,1", "甲|乙").Single(link => link.App == "tencent").Url;
        Assert.DoesNotContain("%7C", tencent, StringComparison.OrdinalIgnoreCase);
        Assert.Single(Regex.Matches(Uri.UnescapeDataString(tencent), "coord:"));
        Assert.Matches("title:[^;]+;addr:", Uri.UnescapeDataString(tencent));
    }

    // Names and values; of a position or marker the name alone.
    private static IEnumerable<string> Parts(string url) => new Uri(url).Query[1..].Split('&')
        .Select(part => Regex.IsMatch(part, "^(position|location|marker|ll)=", RegexOptions.ExplicitCapture) ? part[..part.IndexOf('=', StringComparison.Ordinal)] : Uri.UnescapeDataString(part)).Order(StringComparer.Ordinal);

    private static (double A, double B) Numbers(string url, string pattern)
    {
        var found = Regex.Match(url, pattern, RegexOptions.ExplicitCapture);
        Assert.True(found.Success, url);
        return (double.Parse(found.Groups["a"].Value, CultureInfo.InvariantCulture), double.Parse(found.Groups["b"].Value, CultureInfo.InvariantCulture));
    }

    private static void AssertNear(double a, double b, (double A, double B) found)
    {
        Assert.InRange(found.A, a - 1e-6, a + 1e-6);
        Assert.InRange(found.B, b - 1e-6, b + 1e-6);
    }
}
