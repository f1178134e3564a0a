using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Jizhou.Public.History.Machines;

/// <summary>Programs and ports.</summary>
public static partial class Shell
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The built program of the same configuration as this one.</summary>
    public static string Product { get; } = Path.Combine(
        Root, "api", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, new DirectoryInfo(AppContext.BaseDirectory).Name, "Jizhou.Public.Api.dll");

    /// <summary>A port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Runs a program to its end; throws when it fails.</summary>
    public static async Task RunAsync(string program, params string[] words)
    {
        if (await CodeAsync(program, words) is var code and not 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', words)} ended with {code}");
        }
    }

    /// <summary>Runs a program to its end and answers its exit code.</summary>
    public static async Task<int> CodeAsync(string program, params string[] words)
    {
        // Nothing is redirected: pg_ctl leaves a server behind that would hold a pipe open for ever.
        using var process = Process.Start(new ProcessStartInfo(program, words) { UseShellExecute = false, WorkingDirectory = Path.GetPathRoot(Root) })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>Are we root, and not only inside a namespace of our own?</summary>
    public static bool IsRoot => Environment.IsPrivilegedProcess && File.ReadAllText("/proc/self/uid_map").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is ["0", "0", ..];

    /// <summary>Runs a program as a user without rights, if we have any.</summary>
    public static async Task RunUnprivilegedAsync(string program, params string[] words)
    {
        if (await CodeUnprivilegedAsync(program, words) is var code and not 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', words)} ended with {code}");
        }
    }

    /// <summary>The same; answers its exit code.</summary>
    public static Task<int> CodeUnprivilegedAsync(string program, params string[] words) => IsRoot
        ? CodeAsync("setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", program, .. words])
        : Environment.IsPrivilegedProcess
            ? CodeAsync("unshare", ["--user", "--map-user=65534", "--map-group=65534", program, .. words]) // root of a namespace: one more of them takes that away
            : CodeAsync(program, words);

    /// <summary>The same for a program that talks much and leaves nothing behind.</summary>
    public static Task RunQuietlyAsync(string program, params string[] words)
        => RunUnprivilegedAsync("bash", ["-c", "exec \"$0\" \"$@\" >/dev/null", program, .. words]);

    /// <summary>Sends a POSIX signal: 9 = kill, 15 = TERM.</summary>
    public static void Signal(int process, int number)
    {
        if (Kill(process, number) != 0)
        {
            throw new InvalidOperationException($"Process {process} took no signal {number}: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    /// <summary>A number as text.</summary>
    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Jizhou.Public.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The checker runs outside the repository.");
        }

        return folder.FullName;
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int process, int signal);
}
