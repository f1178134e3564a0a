using System.Diagnostics;
using System.Net.Sockets;

namespace Jizhou.Public.History.Machines;

/// <summary>A real redis-server, which may be away.</summary>
public sealed class RedisMachine : IAsyncDisposable
{
    private readonly int _port = Shell.FreePort();
    private Process? _process;

    /// <summary>As <c>Cache:Redis</c> wants it.</summary>
    public string Address => $"127.0.0.1:{_port}";

    /// <summary>Does it run?</summary>
    public bool Runs => _process is not null;

    /// <summary>Starts it and waits until it takes connections.</summary>
    public async Task StartAsync()
    {
        _process = Process.Start(new ProcessStartInfo(
            "redis-server", ["--port", Shell.Text(_port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", Path.GetTempPath()])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        _process.OutputDataReceived += (_, _) => { }; // read, so that its pipe never fills
        _process.BeginOutputReadLine();
        for (var attempt = 0; attempt < 200; attempt++)
        {
            using var probe = new TcpClient();
            try
            {
                await probe.ConnectAsync("127.0.0.1", _port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(25);
            }
        }

        throw new InvalidOperationException("redis-server did not start.");
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }
    }
}
