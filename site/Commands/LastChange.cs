using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Jizhou.Public.Site.Commands;

/// <summary>The day of the last commit, so that an old checkout does not fail merely because time has passed.</summary>
public static class LastChange
{
    /// <summary>The day of the last commit around a folder; without git or history, the clock's.</summary>
    public static async Task<DateOnly> OfAsync(string folder, TimeProvider clock)
    {
        var words = await AskGitAsync(folder);
        return DateOnly.TryParseExact(words.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
    }

    private static async Task<string> AskGitAsync(string folder)
    {
        var ask = new ProcessStartInfo("git") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var word in (string[])["-C", folder, "log", "-1", "--format=%cs"])
        {
            ask.ArgumentList.Add(word);
        }

        try
        {
            using var git = Process.Start(ask)!;
            var words = await git.StandardOutput.ReadToEndAsync();
            await git.WaitForExitAsync();
            return git.ExitCode == 0 ? words : "";
        }
        catch (Win32Exception)
        {
            return ""; // git is not installed
        }
    }
}
