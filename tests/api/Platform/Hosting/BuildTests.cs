using System.Diagnostics;

namespace Jizhou.Public.ApiTests.Platform.Hosting;

/// <summary>
/// <c>dotnet build api</c> also builds the site, but only when something changed, and ends with the content's own words when
/// it is broken. Done on a copy of the tracked files, as a fresh clone would have them.
/// </summary>
public sealed class BuildTests : IDisposable
{
    private readonly string _clone = Directory.CreateTempSubdirectory("jizhou-clone-").FullName;

    private string Output => Path.Combine(_clone, "api", "bin", "Debug", "net10.0");

    private string Home => Path.Combine(Output, "portal", "index.html");

    private DateTime SiteBuilt => File.GetLastWriteTimeUtc(Path.Combine(_clone, "api", "obj", "Debug", "net10.0", "site.stamp"));

    [Fact]
    public async Task The_site_is_built_with_the_api_and_only_when_something_changed()
    {
        await CloneAsync();
        var (exit, said) = await BuildAsync("--disable-build-servers");
        Assert.True(exit == 0, said);
        Assert.True(File.Exists(Home));
        Assert.True(File.Exists(Path.Combine(Output, "content", "data", "legal", "citations.yaml")));

        var built = SiteBuilt;
        await BuildAsync("--no-restore");
        Assert.Equal(built, SiteBuilt);

        var added = Path.Combine(_clone, "content", "pages", "about", "added.md");
        File.Copy(Path.Combine(_clone, "content", "pages", "about", "sample-data.md"), added);
        await BuildAsync("--no-restore");
        var page = Path.Combine(Output, "portal", "about", "added", "index.html");
        Assert.True(File.Exists(page));

        File.Delete(added);
        await BuildAsync("--no-restore");
        Assert.False(File.Exists(page));
        Assert.False(File.Exists(Path.Combine(Output, "content", "pages", "about", "added.md")));

        var home = await File.ReadAllTextAsync(Home);
        await File.WriteAllTextAsync(added, "no front matter");
        (exit, said) = await BuildAsync("--no-restore");
        Assert.NotEqual(0, exit);
        Assert.Contains("content/pages/about/added.md(1): ", said);
        Assert.Contains("mend what the lines above say", said);
        Assert.Equal(home, await File.ReadAllTextAsync(Home));
    }

    public void Dispose() => Directory.Delete(_clone, recursive: true);

    private async Task CloneAsync()
    {
        var (_, tracked) = await RunAsync("git", Repository.Root, "ls-files", "-z", "--cached", "--others", "--exclude-standard");
        foreach (var file in tracked.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(Repository.Root, file))))
        {
            var copy = Path.Combine(_clone, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(Repository.Root, file), copy);
        }
    }

    private Task<(int Exit, string Said)> BuildAsync(string option)
        => RunAsync("dotnet", _clone, "build", "api", "-v", "q", "-nodeReuse:false", "-p:RunAnalyzers=false", option);

    private static async Task<(int Exit, string Said)> RunAsync(string program, string folder, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1", ["DOTNET_CLI_UI_LANGUAGE"] = "en" },
        })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }
}
