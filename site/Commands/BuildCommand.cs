using System.Diagnostics;
using Jizhou.Public.Content;
using Jizhou.Public.Site.Build;

namespace Jizhou.Public.Site.Commands;

/// <summary><c>build</c> — reads the content and writes the site. Stops only on broken content, and then leaves the old output alone.</summary>
public static class BuildCommand
{
    private const string DefaultOutput = ".artefacts/portal";

    /// <summary>Runs the command; closes with one line of summary.</summary>
    public static async Task<int> RunAsync(Options options, TextWriter output)
    {
        var clock = Stopwatch.StartNew();
        var (folder, source, settings) = (options.Find("output") ?? DefaultOutput, options.Content, options.Settings);
        var content = ContentFolder.Load(source);
        foreach (var warning in content.Warnings)
        {
            await output.WriteLineAsync($"warning: {warning}");
        }

        var files = await BuildSite.RunAsync(content, settings);
        var changed = OutputFolder.Write(folder, files);
        var pages = files.Count(file => file.Path.EndsWith(".html", StringComparison.Ordinal));
        await output.WriteLineAsync($"site: {pages} pages, {files.Count} files, {changed} changed, {clock.ElapsedMilliseconds} ms -> {folder}");
        return 0;
    }
}
