using System.Text.RegularExpressions;

namespace Jizhou.Public.Site.Check;

/// <summary>Addresses that the API answers, so no file of the site stands behind them.</summary>
public static partial class DynamicAddresses
{
    private static readonly string[] Prefixes = ["/api/", "/openapi/", "/swagger/", "/ogc", "/console/", "/places/qr/", "/healthz", "/readyz"];

    private static readonly string[] Exact = ["/booking/statistics/", "/report/", "/report/status/"];

    /// <summary>Is this path one of the API's? A place's page and a township's list are: they are filled from the database.</summary>
    public static bool Contains(string path) =>
        Exact.Contains(path, StringComparer.Ordinal) || Prefixes.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal)) || PlacePage().IsMatch(path);

    [GeneratedRegex("^/places/(?:[a-z0-9-]+|township/[0-9]{9})/$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlacePage();
}
