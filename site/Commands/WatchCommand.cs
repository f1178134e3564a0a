using Jizhou.Public.Content;

namespace Jizhou.Public.Site.Commands;

/// <summary><c>watch</c> — builds, then builds again whenever a file of the content changes, until it is interrupted.</summary>
public static class WatchCommand
{
    /// <summary>Editors save in several steps; one build follows when they have been quiet this long.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs the command. Broken content is told and waited out, not an end.</summary>
    public static async Task<int> RunAsync(Options options, TextWriter output, TextWriter errors)
    {
        using var changed = new SemaphoreSlim(0);
        using var watcher = new FileSystemWatcher(options.Content) { IncludeSubdirectories = true };
        watcher.Changed += (_, _) => changed.Release();
        watcher.Created += (_, _) => changed.Release();
        watcher.Deleted += (_, _) => changed.Release();
        watcher.Renamed += (_, _) => changed.Release();
        watcher.EnableRaisingEvents = true;

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        while (!stop.IsCancellationRequested)
        {
            await BuildOnceAsync(options, output, errors);
            await WaitAsync(changed, stop.Token);
        }

        return 0;
    }

    private static async Task BuildOnceAsync(Options options, TextWriter output, TextWriter errors)
    {
        try
        {
            await BuildCommand.RunAsync(options, output);
        }
        catch (ContentException broken)
        {
            await CommandLine.WriteProblemsAsync(broken, errors);
        }
    }

    private static async Task WaitAsync(SemaphoreSlim changed, CancellationToken stop)
    {
        try
        {
            await changed.WaitAsync(stop);
            while (await changed.WaitAsync(Quiet, stop))
            {
                // still writing
            }
        }
        catch (OperationCanceledException)
        {
            // interrupted: the loop ends
        }
    }
}
