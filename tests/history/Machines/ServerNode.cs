using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Jizhou.Public.History.Machines;

/// <summary>One real server process at one address. Its clock is libfaketime's and follows a file that may change while it runs.</summary>
public sealed class ServerNode : IAsyncDisposable
{
    private const string FakeTime = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";

    private readonly string[] _command;
    private readonly string _clockFile;
    private readonly StringBuilder _output = new();
    private readonly List<string> _mistakes = [];
    private readonly List<long> _starts = [];
    private Process? _process;

    /// <summary>A server that does not run yet.</summary>
    /// <param name="command">Program and words; <c>--urls</c> is added.</param>
    /// <param name="clockFile">How far its clock is ahead, as libfaketime reads it: <c>+3600</c>.</param>
    public ServerNode(string[] command, string clockFile)
    {
        if (!File.Exists(FakeTime))
        {
            throw new InvalidOperationException($"{FakeTime} is missing: tests/install-tools installs it (libfaketime).");
        }

        var address = $"http://127.0.0.1:{Shell.FreePort()}";
        _command = [.. command, "--urls", address];
        _clockFile = clockFile;
        Http = new HttpClient(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2), MaxConnectionsPerServer = 64 })
        {
            BaseAddress = new Uri(address + "/api/v1/bookings/"),
            Timeout = TimeSpan.FromSeconds(15),
        };
        Console = new HttpClient(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2), AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(address),
            Timeout = TimeSpan.FromSeconds(30),
        };
    }

    /// <summary>Calls its console; cookies and redirects are the caller's business.</summary>
    public HttpClient Console { get; }

    /// <summary>The ticks of the checker's clock at which it answered for the first time after each start: whatever it was doing before its end is over by then.</summary>
    public IReadOnlyList<long> Starts
    {
        get
        {
            lock (_starts)
            {
                return [.. _starts];
            }
        }
    }

    /// <summary>Calls it; paths stand below /api/v1/bookings/.</summary>
    public HttpClient Http { get; }

    /// <summary>Does it answer, as far as we know? False from its end until it answers again.</summary>
    public bool IsUp { get; private set; }

    /// <summary>How often it ended without being told to.</summary>
    public int Crashes { get; private set; }

    /// <summary>What it logged of its own mistakes, the first twenty.</summary>
    public IReadOnlyList<string> Mistakes
    {
        get
        {
            lock (_output)
            {
                return [.. _mistakes];
            }
        }
    }

    /// <summary>What it printed last.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts it and waits until it answers.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo(_command[0], _command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Shell.Root,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["LD_PRELOAD"] = FakeTime,
                ["FAKETIME_TIMESTAMP_FILE"] = _clockFile,
                ["FAKETIME_CACHE_DURATION"] = "1", // seconds until the file is read again
                ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1", // only the clock on the wall moves: waiting times stay what they are
                ["FAKETIME_FORCE_MONOTONIC_FIX"] = "0", // its fix makes .NET's timed waits spin: 60 % of a core while idle
                ["NO_FAKE_STAT"] = "1",
            },
        };
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        for (var attempt = 0; attempt < 1200; attempt++)
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException("A server did not start:\n" + Output);
            }

            try
            {
                using var answer = await Http.GetAsync("/healthz");
                if (answer.IsSuccessStatusCode)
                {
                    lock (_starts)
                    {
                        _starts.Add(Recording.CallLog.Now);
                    }

                    IsUp = true;
                    return;
                }
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
            {
                // not yet
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException("A server did not answer within a minute:\n" + Output);
    }

    /// <summary>kill -9. Counts a crash when it had ended by itself before.</summary>
    public async Task KillAsync()
    {
        NoteCrash();
        Shell.Signal(_process!.Id, 9);
        await EndAsync();
    }

    /// <summary>SIGTERM; answers the exit code.</summary>
    public async Task<int> StopAsync()
    {
        NoteCrash();
        Shell.Signal(_process!.Id, 15);
        return await EndAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Console.Dispose();
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await EndAsync();
        }
    }

    private void NoteCrash() => Crashes += _process!.HasExited ? 1 : 0;

    private async Task<int> EndAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _process!.WaitForExitAsync(patience.Token);
        IsUp = false;
        var code = _process.ExitCode;
        _process.Dispose();
        _process = null;
        return code;
    }

    private void Hear(string? line)
    {
        lock (_output)
        {
            if (line?.Contains("Unexpected failure", StringComparison.Ordinal) == true && _mistakes.Count < 20)
            {
                _mistakes.Add(line);
            }

            if (_output.Length > 20_000)
            {
                _output.Remove(0, 10_000);
            }

            _output.Append(CultureInfo.InvariantCulture, $"{line}\n");
        }
    }
}
