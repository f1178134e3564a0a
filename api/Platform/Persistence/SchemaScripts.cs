using System.Globalization;

namespace Jizhou.Public.Api.Platform.Persistence;

/// <summary>One numbered script.</summary>
/// <param name="Version">The number in front of its name.</param>
/// <param name="Name">File name, e.g. <c>001-platform.sql</c>.</param>
/// <param name="Sql">Its text.</param>
public sealed record SchemaScript(int Version, string Name, string Sql);

/// <summary>The embedded scripts of a dialect.</summary>
public static class SchemaScripts
{
    /// <summary>All scripts of the dialect in order of their number.</summary>
    public static IReadOnlyList<SchemaScript> Of(Dialect dialect)
    {
        var prefix = $"Schema/{dialect}/";
        return
        [
            .. typeof(SchemaScripts).Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Select(name => Read(name, name[prefix.Length..]))
                .OrderBy(script => script.Version),
        ];
    }

    private static SchemaScript Read(string resource, string name)
    {
        using var reader = new StreamReader(typeof(SchemaScripts).Assembly.GetManifestResourceStream(resource)!);
        return new SchemaScript(int.Parse(name[..3], NumberStyles.None, CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }
}
