using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace Jizhou.Public.ApiTests.Platform.Hosting;

/// <summary>The built program as a process of its own, for what only a process can show: exit codes, signals, locks.</summary>
public sealed partial class ServerProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(IEnumerable<string> command)
    {
        var words = command.ToList();
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production" },
        };
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Everything it has printed.</summary>
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

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>Starts the program with these words after its name.</summary>
    public static ServerProcess Start(params IEnumerable<string> words) => new(["dotnet", Repository.Program, .. words]);

    /// <summary>Starts it as user <c>nobody</c> (65534), so that file permissions count although the tests run as root.</summary>
    public static ServerProcess StartUnprivileged(params IEnumerable<string> words)
        => Environment.IsPrivilegedProcess
            ? new(["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "dotnet", Repository.Program, .. words])
            : Start(words);

    /// <summary>A port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The address it printed, without the last slash; fails when it ends before.</summary>
    public async Task<string> ReadyAsync()
    {
        var ended = _process.WaitForExitAsync();
        var first = await Task.WhenAny(_address.Task, ended, Task.Delay(TimeSpan.FromSeconds(60)));
        return first == _address.Task ? await _address.Task : throw new InvalidOperationException($"The program did not start: {Output}");
    }

    /// <summary>Waits for its end and answers the exit code.</summary>
    public async Task<int> ExitAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>Sends a POSIX signal: 2 = Ctrl-C, 9 = kill, 15 = TERM, 18 = CONT, 19 = STOP.</summary>
    public void Signal(int number) => Assert.Equal(0, Kill(_process.Id, number));

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private void Note(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.Append(CultureInfo.InvariantCulture, $"{line}\n");
        }

        var start = line.IndexOf("http://127.0.0.1:", StringComparison.Ordinal);
        if (start >= 0 && line.Contains("打开", StringComparison.Ordinal))
        {
            _address.TrySetResult(line[start..line.IndexOf('/', start + "http://127".Length)]);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    internal static partial int Kill(int process, int signal);
}
