namespace Jizhou.Public.ApiTests.Docs;

/// <summary>The Markdown of the developer pages.</summary>
public static class DeveloperPages
{
    /// <summary>The text of one page.</summary>
    public static string Read(string name)
        => File.ReadAllText(Path.Combine(Repository.Root, "content", "pages", "data", "developers", $"{name}.md"));
}
