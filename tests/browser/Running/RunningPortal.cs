using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Jizhou.Public.BrowserTests.Running;

/// <summary>The real program, started as a resident would meet it: an empty data folder, one loopback port.</summary>
public sealed class RunningPortal : IAsyncDisposable
{
    private const string FakeTime = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"; // tests/install-tools brings it (libfaketime)

    private readonly Process _process;
    private readonly string _folder;

    private RunningPortal(Process process, string folder, Uri address)
    {
        _process = process;
        _folder = folder;
        Address = address;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Its database, for a test that must put a day into the past.</summary>
    public string DatabaseFile => Path.Combine(_folder, "data", "jizhou.db");

    /// <summary>Starts the program on a free port, with these settings, and waits until it is ready.</summary>
    public static Task<RunningPortal> StartAsync(params (string Name, string Value)[] settings) => StartAsync(null, settings);

    /// <summary>The same, on a clock of its own that begins at an instant.</summary>
    public static async Task<RunningPortal> StartAsync(DateTimeOffset? now, params (string Name, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("jizhou-browser-").FullName;
        if (now is { } instant)
        {
            SetClock(folder, instant);
        }

        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = Program(folder);
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add(address.ToString());
        start.Environment["Limits__SignInsPerMinute"] = "1000"; // the journeys' operators all sign in from one address
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var process = Process.Start(start)!;
        var said = new List<string>();
        process.OutputDataReceived += (_, e) => Keep(said, e.Data);
        process.ErrorDataReceived += (_, e) => Keep(said, e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await WaitUntilReadyAsync(address, process, said);
        return new RunningPortal(process, folder, address);
    }

    /// <summary>Moves the clock of the program, which must have begun at an instant, and waits until it tells the new time.</summary>
    public async Task MoveClockAsync(DateTimeOffset now)
    {
        SetClock(_folder, now);
        using var client = new HttpClient { BaseAddress = Address };
        for (var attempt = 0; attempt < 300; attempt++)
        {
            using var answer = await client.GetAsync("/healthz");
            if (answer.Headers.Date is { } told && (told - now).Duration() < TimeSpan.FromMinutes(2))
            {
                return;
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"the portal's clock did not become {now:O}");
    }

    /// <summary>Runs a command of the program against this portal's database while it serves, as an administrator would; answers what it printed.</summary>
    public async Task<string> RunCommandAsync(string command, string? input = null)
    {
        var start = Program(_folder);
        start.RedirectStandardInput = true;
        foreach (var word in command.Split(' '))
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var said = await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{command} ended with {process.ExitCode}: {said}");
        return said;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static ProcessStartInfo Program(string folder)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.ApiProgram])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Storage__DataFolder"] = Path.Combine(folder, "data");
        start.Environment["Security__KeyFolder"] = Path.Combine(folder, "keys");
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        if (File.Exists(ClockFile(folder)))
        {
            start.Environment["LD_PRELOAD"] = FakeTime;
            start.Environment["FAKETIME_TIMESTAMP_FILE"] = ClockFile(folder);
            start.Environment["FAKETIME_CACHE_DURATION"] = "1";
            start.Environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1"; // only the clock on the wall moves
            start.Environment["FAKETIME_FORCE_MONOTONIC_FIX"] = "0"; // its fix makes .NET's timed waits spin: 60 % of a core while idle
            start.Environment["NO_FAKE_STAT"] = "1";
        }

        return start;
    }

    private static string ClockFile(string folder) => Path.Combine(folder, "clock");

    private static void SetClock(string folder, DateTimeOffset now)
    {
        var file = ClockFile(folder);
        File.WriteAllText(file + ".new", (now - TimeProvider.System.GetUtcNow()).TotalSeconds.ToString("+0;-0", CultureInfo.InvariantCulture) + "\n");
        File.Move(file + ".new", file, overwrite: true); // the program never reads half a line
    }

    private static void Keep(List<string> said, string? line)
    {
        lock (said)
        {
            said.Add(line ?? "");
        }
    }

    private static async Task WaitUntilReadyAsync(Uri address, Process process, List<string> said)
    {
        using var client = new HttpClient { BaseAddress = address };
        for (var attempt = 0; attempt < 300; attempt++)
        {
            if (process.HasExited)
            {
                break;
            }

            try
            {
                using var answer = await client.GetAsync("/readyz");
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"the portal did not become ready; it said: {string.Join('\n', said)}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
