using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Jizhou.Public.ApiTests.Console;

/// <summary>A real OpenID Connect provider (npm oidc-provider, see <c>oidc/provider.mjs</c>) on a free port, and people who sign in there.</summary>
public sealed class OidcServer : IAsyncLifetime
{
    /// <summary>Our client there.</summary>
    public const string ClientId = "jizhou-console";

    /// <summary>Its secret.</summary>
    public const string Secret = "a secret of the tests";

    private Process? _process;

    /// <summary>Its address.</summary>
    public string Authority { get; private set; } = "";

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        var folder = Path.Combine(Repository.Root, "tests/api/Console/oidc");
        var start = new ProcessStartInfo("node", ["provider.mjs"])
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        _process = Process.Start(start)!;
        var ready = await _process.StandardOutput.ReadLineAsync();
        Assert.True(ready?.StartsWith("ready ", StringComparison.Ordinal) ?? false, $"oidc-provider did not start (npm ci in {folder}?): {ready}");
        Authority = ready!["ready ".Length..];
        _ = _process.StandardError.ReadToEndAsync(); // or its warnings fill the pipe
    }

    /// <inheritdoc />
    public Task DisposeAsync()
    {
        _process?.Kill();
        _process?.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>A server whose console uses this provider, with these settings more; its clock is the real one's, as the provider's is.</summary>
    public async Task<ApiServer> ConsoleAsync(params (string Name, string Value)[] settings)
    {
        var server = new ApiServer();
        foreach (var (name, value) in (IEnumerable<(string, string)>)[
            ("Oidc:Authority", Authority), ("Oidc:ClientId", ClientId), ("Oidc:ClientSecret", Secret), ("Limits:SignInsPerMinute", "1000"), .. settings])
        {
            server[name] = value;
        }

        server.Clock.Set(TimeProvider.System.GetUtcNow());
        await ConsoleBrowser.AddAsync(server, "Wang", "dispatcher");
        return server;
    }

    /// <summary>From now on the provider's tokens lie in this way; blank: they tell the truth again.</summary>
    public async Task LieAsync(string how)
    {
        using var http = new HttpClient();
        await http.GetStringAsync($"{Authority}/tamper/{how}");
    }

    /// <summary>Signs somebody in at the provider; answers path and query of the way back to the console.</summary>
    public static async Task<string> SignInAsync(string authorizationAddress, string account)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        using var http = new HttpClient(handler);
        var at = new Uri(authorizationAddress);
        for (var steps = 0; steps < 6; steps++)
        {
            using var answer = at.AbsolutePath.StartsWith("/interaction/", StringComparison.Ordinal)
                ? await http.PostAsync(at, new FormUrlEncodedContent([new("account", account)]))
                : await http.GetAsync(at);
            Assert.True((int)answer.StatusCode is >= 300 and < 400, $"{answer.StatusCode} at {at}: {Regex.Replace(await answer.Content.ReadAsStringAsync(), "<[^>]+>", " ")}");
            at = new Uri(at, answer.Headers.Location!);
            if (at.AbsolutePath.StartsWith("/console/", StringComparison.Ordinal))
            {
                return at.PathAndQuery;
            }
        }

        throw new InvalidOperationException("The provider did not come to an end.");
    }
}
