namespace Jizhou.Public.UnitTests.House;

/// <summary>The checkout the tests run from, read as text.</summary>
internal static class Repository
{
    private static readonly string[] Generated = ["bin", "obj", "node_modules", ".git", ".artefacts", ".data", ".keys"];

    /// <summary>The folder that holds Jizhou.Public.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>All files below a folder of the checkout that people wrote, as paths with forward slashes from the root.</summary>
    public static IEnumerable<string> Files(string below, params string[] endings) =>
        Walk(Path.Combine(Root, below))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => endings.Length == 0 || endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal);

    /// <summary>The text of one file, by its path from the root.</summary>
    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            yield return file;
        }

        foreach (var inner in Directory.EnumerateDirectories(folder).Where(d => !Generated.Contains(Path.GetFileName(d))))
        {
            foreach (var file in Walk(inner))
            {
                yield return file;
            }
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Jizhou.Public.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("no Jizhou.Public.sln above the tests");
        }

        return folder.FullName;
    }
}
