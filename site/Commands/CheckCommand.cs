using System.Globalization;
using Jizhou.Public.Content;
using Jizhou.Public.Site.Build;
using Jizhou.Public.Site.Check;

namespace Jizhou.Public.Site.Commands;

/// <summary><c>check</c> — looks through content and finished site for what an editor should mend.</summary>
public static class CheckCommand
{
    /// <summary>Runs the command: one line per finding, then a summary. Returns 1 when there is any finding.</summary>
    public static async Task<int> RunAsync(Options options, TextWriter output)
    {
        var source = options.Content;
        var built = options.Find("output") ?? await BuildAsideAsync(source, options.Settings);
        if (!Directory.Exists(built))
        {
            throw new UsageException($"--output {built}: no such folder; build the site first");
        }

        var today = ReadDay(options.Find("today")) ?? await LastChange.OfAsync(source, TimeProvider.System);
        var pages = BuiltPage.ReadAll(built);
        var findings = CheckSite.Run(ContentFolder.Load(source), pages, built, today);
        foreach (var finding in findings)
        {
            await output.WriteLineAsync(finding.ToString());
        }

        await output.WriteLineAsync($"check: {pages.Count} pages on {today:yyyy-MM-dd}, {findings.Count} findings");
        return findings.Count == 0 ? 0 : 1;
    }

    // Without a folder to look at, the site is built aside, so that "check" alone always speaks of the content as it is.
    private static async Task<string> BuildAsideAsync(string source, SiteSettings settings)
    {
        var folder = Directory.CreateDirectory(Path.Combine(".artefacts", "checked-portal")).FullName;
        OutputFolder.Write(folder, await BuildSite.RunAsync(ContentFolder.Load(source), settings));
        return folder;
    }

    private static DateOnly? ReadDay(string? text) => text switch
    {
        null => null,
        _ when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => throw new UsageException($"--today {text}: write it as 2026-11-22"),
    };
}
