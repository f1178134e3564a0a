namespace Jizhou.Public.History.Machines;

/// <summary>A real PostgreSQL of our own: Debian's binaries, a temporary folder, a free loopback port, an unprivileged user, fsync as shipped.</summary>
public sealed class PostgresMachine : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jizhou-history-pg-").FullName;
    private readonly string _port = Shell.Text(Shell.FreePort());

    /// <summary>How the servers reach it.</summary>
    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username=jizhou;Database=jizhou;Timeout=5;Maximum Pool Size=20";

    private static string Binaries => Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last() + "/bin";

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Makes the server and its database.</summary>
    public async Task StartAsync()
    {
        if (Environment.IsPrivilegedProcess)
        {
            await Shell.RunAsync("chown", "65534:65534", _folder);
        }

        await Shell.RunQuietlyAsync(Binaries + "/initdb", "-D", Data, "-U", "jizhou", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions");
        await ControlAsync("start");
        await Shell.RunUnprivilegedAsync(Binaries + "/createdb", "-h", "127.0.0.1", "-p", _port, "-U", "jizhou", "jizhou");
    }

    /// <summary>Ends it as a power cut would and starts it again.</summary>
    public Task RestartAsync() => ControlAsync("restart");

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Shell.RunUnprivilegedAsync(Binaries + "/pg_ctl", "-D", Data, "-s", "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private Task ControlAsync(string what) => Shell.RunUnprivilegedAsync(Binaries + "/pg_ctl", "-D", Data, "-w", "-s", "-m", "immediate", "-l", Path.Combine(_folder, "log"),
        "-o", $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder}", what);
}
