using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Jizhou.Public.ApiTests.Platform.Hosting;

namespace Jizhou.Public.ApiTests.Platform.Caching;

/// <summary>A real redis-server of our own, in memory, on a free port.</summary>
public sealed class RedisServer : IDisposable
{
    private Process? _process;

    /// <summary>Where it listens, or will.</summary>
    public int Port { get; } = ServerProcess.FreePort();

    /// <summary>As <c>Cache:Redis</c> wants it.</summary>
    public string Address => $"127.0.0.1:{Port}";

    /// <summary>Its process id.</summary>
    public int Id => _process!.Id;

    /// <summary>A server that runs.</summary>
    public static async Task<RedisServer> StartedAsync()
    {
        var server = new RedisServer();
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts it and waits until it takes connections.</summary>
    public async Task StartAsync()
    {
        _process = Process.Start(new ProcessStartInfo(
            "redis-server", ["--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", Path.GetTempPath()])
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
                await probe.ConnectAsync("127.0.0.1", Port);
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
    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_process is not null)
        {
            Kill();
        }
    }
}
