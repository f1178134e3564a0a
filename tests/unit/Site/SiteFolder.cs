using Jizhou.Public.Site;
using Jizhou.Public.Site.Build;
using Jizhou.Public.Site.Commands;
using Jizhou.Public.UnitTests.Content;

namespace Jizhou.Public.UnitTests.Site;

/// <summary>A folder of its own for a test's output, gone with the test.</summary>
internal sealed class SiteFolder : IDisposable
{
    private static readonly Lazy<Task<IReadOnlyList<SiteFile>>> LazyReal = new(() => BuildSite.RunAsync(TestContent.Real, new SiteSettings()));

    /// <summary>The site built from the real content, once for all tests.</summary>
    public static Task<IReadOnlyList<SiteFile>> RealAsync => LazyReal.Value;

    /// <summary>Where it lies.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("jizhou-site-").FullName;

    /// <summary>Writes one page by hand.</summary>
    public SiteFolder With(string file, string html)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, html);
        return this;
    }

    /// <summary>Runs the program; returns its exit code and everything it said.</summary>
    public static async Task<(int Code, string Said)> RunAsync(params string[] args)
    {
        using var said = new StringWriter();
        var code = await CommandLine.RunAsync(args, said, said);
        return (code, said.ToString());
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
