using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Jizhou.Public.ApiTests.Platform.Notices;

/// <summary>A real mail server (Debian's aiosmtpd) of our own, see smtp_server.py.</summary>
public sealed class SmtpServer : IDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly BlockingCollection<JsonElement> _mails = [];

    private SmtpServer(IEnumerable<string> words)
    {
        var script = Path.Combine(Repository.Root, "tests", "api", "Platform", "Notices", "smtp_server.py");
        _process = Process.Start(new ProcessStartInfo("/usr/bin/python3", [script, .. words]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.BeginOutputReadLine();
    }

    /// <summary>Where it listens.</summary>
    public int Port { get; private set; }

    /// <summary>A server that runs.</summary>
    public static async Task<SmtpServer> StartedAsync(params IEnumerable<string> words)
    {
        var server = new SmtpServer(words);
        server.Port = await server._port.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return server;
    }

    /// <summary>The next mail it took; fails when none comes.</summary>
    public JsonElement Mail() => _mails.TryTake(out var mail, TimeSpan.FromSeconds(20)) ? mail : throw new InvalidOperationException("no mail came");

    /// <summary>Has it taken nothing that was not asked for yet?</summary>
    public bool IsEmpty => _mails.Count == 0;

    /// <inheritdoc />
    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _mails.Dispose();
    }

    private void Note(string? line)
    {
        if (line is null)
        {
            return;
        }

        if (!_port.Task.IsCompleted && int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            _port.SetResult(port);
        }
        else
        {
            _mails.Add(JsonDocument.Parse(line).RootElement);
        }
    }
}
