namespace Jizhou.Public.History.Machines;

/// <summary>A real PostgreSQL of our own: Debian's binaries, a temporary folder or a small disk, a free loopback port, an unprivileged user, fsync as shipped.</summary>
/// <param name="disk">Where all its files are, its log of changes too; null for a folder on the machine's own disk.</param>
public sealed class PostgresMachine(SmallDisk? disk = null) : IAsyncDisposable
{
    // Pieces of 1 MiB that are given back early: on a full disk the log of changes has to grow as well, which ends the server.
    private const string SmallLog = "-c max_wal_size=32MB -c min_wal_size=4MB";

    private readonly string _folder = disk?.Folder ?? Directory.CreateTempSubdirectory("jizhou-history-pg-").FullName;
    private readonly string _port = Shell.Text(Shell.FreePort());

    /// <summary>How the servers reach it.</summary>
    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username=jizhou;Database=jizhou;Timeout=5;Maximum Pool Size=20";

    private static string Binaries => Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last() + "/bin";

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Makes the server and its database.</summary>
    public async Task StartAsync()
    {
        if (Shell.IsRoot)
        {
            await Shell.RunAsync("chown", "65534:65534", _folder);
        }

        await Shell.RunQuietlyAsync(Binaries + "/initdb", "-D", Data, "-U", "jizhou", "-A", "trust", "-E", "UTF8", "--locale=C", "--wal-segsize=1", "--no-sync", "--no-instructions");
        await ControlAsync("start");
        await Shell.RunUnprivilegedAsync(Binaries + "/createdb", "-h", "127.0.0.1", "-p", _port, "-U", "jizhou", "jizhou");
    }

    /// <summary>Ends it as a power cut would and starts it again.</summary>
    public Task RestartAsync() => ControlAsync("restart");

    /// <summary>
    /// Waits until it takes connections again after its disk was full. It may have gone on, or have ended because it could not write its log and be
    /// recovering, or have given up recovering: then it is started, as its supervisor would.
    /// </summary>
    public async Task UpAgainAsync()
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            if (await Shell.CodeUnprivilegedAsync(Binaries + "/pg_isready", "-q", "-h", "127.0.0.1", "-p", _port) == 0)
            {
                return;
            }

            if (await Shell.CodeUnprivilegedAsync("bash", "-c", "\"$0\" -D \"$1\" status >/dev/null", Binaries + "/pg_ctl", Data) != 0)
            {
                GivenUp++;
                await ControlAsync("start");
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException("PostgreSQL did not come back after its disk had been full.");
    }

    /// <summary>How often it had given up on a full disk.</summary>
    public int GivenUp { get; private set; }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Shell.RunUnprivilegedAsync(Binaries + "/pg_ctl", "-D", Data, "-s", "-m", "immediate", "stop");
        if (disk is null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private Task ControlAsync(string what) => Shell.RunUnprivilegedAsync(Binaries + "/pg_ctl", "-D", Data, "-w", "-s", "-m", "immediate", "-l", Path.Combine(_folder, "log"),
        "-o", $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} {SmallLog}", what);
}
