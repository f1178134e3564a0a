using System.Diagnostics;
using System.Globalization;
using Jizhou.Public.ApiTests.Platform.Hosting;

namespace Jizhou.Public.ApiTests.Platform.Persistence;

/// <summary>A real PostgreSQL of our own: Debian's binaries, a temporary folder, a free loopback port, an unprivileged user.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jizhou-postgres-").FullName;
    private readonly int _port = ServerProcess.FreePort();
    private int _databases;

    private static string Binaries => Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last() + "/bin";

    /// <summary>Makes a new empty database and answers its connection string.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref _databases)}");
        await RunAsync("createdb", "-h", "127.0.0.1", "-p", Port, "-U", "jizhou", name);
        return $"Host=127.0.0.1;Port={Port};Username=jizhou;Database={name};Timeout=5";
    }

    /// <summary>Stops it as a crash would, at once.</summary>
    public Task StopAsync() => RunAsync("pg_ctl", "-D", Data, "-m", "immediate", "stop");

    /// <summary>Starts it and waits until it takes connections.</summary>
    public Task StartAsync()
        => RunAsync("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o", $"-p {Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder}", "start");

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        if (Environment.IsPrivilegedProcess)
        {
            await Process.Start("chown", ["65534:65534", _folder]).WaitForExitAsync();
        }

        await RunAsync("initdb", "-D", Data, "-U", "jizhou", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        await StartAsync();
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private string Port => _port.ToString(CultureInfo.InvariantCulture);

    private string Data => Path.Combine(_folder, "data");

    private static async Task RunAsync(string program, params string[] words)
    {
        // PostgreSQL refuses to run as root.
        string[] command = Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", $"{Binaries}/{program}", .. words]
            : [$"{Binaries}/{program}", .. words];
        var start = new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, WorkingDirectory = Path.GetTempPath() };

        // pg_ctl leaves a server behind that would hold a redirected pipe open for ever.
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(patience.Token);
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}");
    }
}
