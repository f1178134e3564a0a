using Jizhou.Public.Content;

namespace Jizhou.Public.UnitTests.Content;

/// <summary>The real content folder, and copies of it in which a test may break something.</summary>
internal static class TestContent
{
    /// <summary>The content folder of this checkout.</summary>
    public static string Folder { get; } = Find();

    private static readonly Lazy<ContentFolder> LazyReal = new(() => ContentFolder.Load(Folder));

    /// <summary>The real content, loaded once.</summary>
    public static ContentFolder Real => LazyReal.Value;

    /// <summary>The problems that the loader finds after one file of a copy was rewritten; empty when it finds none.</summary>
    public static IReadOnlyList<ContentProblem> ProblemsAfter(string file, Func<string, string> rewrite) =>
        ProblemsAfter(new Dictionary<string, Func<string, string>> { [file] = rewrite });

    /// <summary>The problems that the loader finds after some files of a copy were rewritten; empty when it finds none.</summary>
    public static IReadOnlyList<ContentProblem> ProblemsAfter(IReadOnlyDictionary<string, Func<string, string>> rewrites)
    {
        var copy = Directory.CreateTempSubdirectory("jizhou-content-").FullName;
        try
        {
            Copy(copy);
            foreach (var (file, rewrite) in rewrites)
            {
                Rewrite(Path.Combine(copy, file), rewrite);
            }

            ContentFolder.Load(copy);
            return [];
        }
        catch (ContentException broken)
        {
            return broken.Problems;
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private static void Rewrite(string path, Func<string, string> rewrite)
    {
        var before = File.Exists(path) ? File.ReadAllText(path) : "";
        var after = rewrite(before);
        Assert.NotEqual(before, after);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, after);
    }

    /// <summary>The line, counted from 1, on which a text first stands.</summary>
    public static int LineOf(string file, string text) =>
        1 + Array.FindIndex(File.ReadAllLines(Path.Combine(Folder, file)), l => l.Contains(text, StringComparison.Ordinal));

    /// <summary>Copies data and pages into a folder, for a test to break something there.</summary>
    public static void Copy(string target)
    {
        foreach (var file in new[] { "data", "pages" }.Select(f => Path.Combine(Folder, f)).Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories)))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Jizhou.Public.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "content");
    }
}
