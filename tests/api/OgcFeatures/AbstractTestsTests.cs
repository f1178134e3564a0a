using System.Reflection;
using System.Text.RegularExpressions;

namespace Jizhou.Public.ApiTests.OgcFeatures;

/// <summary>
/// Every abstract test of the classes that /ogc/conformance claims has exactly one test, whose name begins with its id. The ids are those of the
/// annexes A of OGC 17-069r4 (Part 1, with its corrigendum) and 18-058r1 (Part 2).
/// </summary>
public sealed partial class AbstractTestsTests
{
    private static readonly string[] Ids =
    [
        .. Of("core", "http root-op root-success api-definition-op api-definition-success conformance-op conformance-success query-param-unknown query-param-invalid crs84"),
        .. Of("core", "fc-md-op fc-md-success fc-md-links fc-md-items fc-md-items-links fc-md-extent fc-md-extent-multi sfc-md-op sfc-md-success"),
        .. Of("core", "fc-op fc-bbox-definition fc-bbox-response fc-limit-definition fc-limit-response fc-time-definition fc-time-response fc-response fc-links"),
        .. Of("core", "fc-timeStamp fc-numberMatched fc-numberReturned f-op f-success f-links"),
        .. Of("geojson", "definition content"),
        .. Of("html", "definition content"),
        .. Of("oas30", "completeness definition-1 definition-2 exceptions-codes oas-impl security"),
        .. Of("crs", "crs-uri default-crs storageCrs crs-parameter crs-parameter-default crs-parameter-invalid crs-parameter-transform"),
        .. Of("crs", "bbox-crs-parameter bbox-crs-parameter-default bbox-crs-parameter-invalid"),
    ];

    [Fact]
    public void Every_abstract_test_has_one_test_that_bears_its_id()
    {
        var named = typeof(AbstractTestsTests).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Select(method => method.GetCustomAttribute<FactAttribute>()?.DisplayName).OfType<string>()
            .Select(name => Id().Match(name)).Where(match => match.Success).Select(match => match.Value);
        Assert.Equal(Ids.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_list_knows_every_class_that_is_claimed() =>
        Assert.Equal(["core", "crs", "geojson", "html", "oas30"], Ids.Select(id => id.Split('/')[2]).Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<string> Of(string conformanceClass, string tests) => tests.Split(' ').Select(test => $"/conf/{conformanceClass}/{test}");

    [GeneratedRegex("^/conf/[a-z0-9]+/[A-Za-z0-9-]+")]
    private static partial Regex Id();
}
