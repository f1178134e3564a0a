using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Jizhou.Public.ApiTests.Hosting;

/// <summary>
/// No container engine is at hand, so the commands are read out of the Dockerfile and run: the image is what this test
/// publishes into an empty folder and starts as a user without rights.
/// </summary>
public sealed class DockerfileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jizhou-image-").FullName;

    [Fact]
    public async Task What_the_Dockerfile_publishes_starts_without_rights_and_answers()
    {
        var dockerfile = await File.ReadAllTextAsync(Path.Combine(Root, "Dockerfile"));
        var app = Path.Combine(_folder, "app");
        foreach (var command in BuildCommands(dockerfile))
        {
            await RunAsync("bash", ["-c", command.Replace(" /app", $" {app}", StringComparison.Ordinal)], Root);
        }

        Assert.Matches(@"(?m)^USER \$APP_UID$", dockerfile);
        Assert.Contains("HEALTHCHECK", dockerfile, StringComparison.Ordinal);
        var entry = Regex.Match(dockerfile, @"(?m)^ENTRYPOINT \[""dotnet"", ""(?<program>[^""]+)""\]").Groups["program"].Value;
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        using var program = StartWithoutRights(Path.Combine(app, entry), address);
        try
        {
            using var client = new HttpClient { BaseAddress = address };
            await WaitAsync(client, program);
            Assert.Contains("往哪儿去", await client.GetStringAsync("/"), StringComparison.Ordinal);
            Assert.Contains("再生水利用率", await client.GetStringAsync("/api/v1/indicators"), StringComparison.Ordinal);
            var health = Regex.Match(dockerfile, @"HEALTHCHECK .*CMD \[""dotnet"", ""[^""]+"", ""--"", ""health"", ""(?<url>[^""]+)""\]");
            Assert.True(health.Success);
            await RunAsync("dotnet", [Path.Combine(app, entry), "--", "health", address.ToString()], app);
        }
        finally
        {
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync();
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<string> BuildCommands(string dockerfile)
    {
        var build = dockerfile[..dockerfile.LastIndexOf("\nFROM", StringComparison.Ordinal)];
        var commands = Regex.Matches(build, @"(?m)^RUN (?<command>.+)$").Select(m => m.Groups["command"].Value).ToList();
        Assert.Contains(commands, c => c.StartsWith("dotnet publish api ", StringComparison.Ordinal));
        return commands;
    }

    private Process StartWithoutRights(string program, Uri address)
    {
        var data = Directory.CreateDirectory(Path.Combine(_folder, "data")).FullName;
        var keys = Directory.CreateDirectory(Path.Combine(_folder, "keys")).FullName;
        var asRoot = Environment.UserName == "root";
        if (asRoot)
        {
            File.SetUnixFileMode(_folder, (UnixFileMode)0b111_101_101);
            Process.Start("chown", ["-R", "65534:65534", data, keys])!.WaitForExit();
        }

        string[] unprivileged = asRoot ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : [];
        string[] line = [.. unprivileged, "dotnet", program, "--urls", address.ToString()];
        var start = new ProcessStartInfo(line[0], line[1..]) { WorkingDirectory = Path.GetDirectoryName(program)!, UseShellExecute = false };
        start.Environment["Storage__DataFolder"] = data;
        start.Environment["Security__KeyFolder"] = keys;
        start.Environment["HOME"] = data;
        return Process.Start(start)!;
    }

    private static async Task WaitAsync(HttpClient client, Process program)
    {
        for (var attempt = 0; attempt < 300 && !program.HasExited; attempt++)
        {
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

        Assert.Fail($"the published program did not become ready (exited: {program.HasExited})");
    }

    private static async Task RunAsync(string command, string[] arguments, string folder)
    {
        var start = new ProcessStartInfo(command, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{command} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{said}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Jizhou.Public.sln")))
            {
                folder = folder.Parent!;
            }

            return folder.FullName;
        }
    }
}
