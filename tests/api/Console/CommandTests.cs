using System.Diagnostics;
using System.Text.RegularExpressions;
using Jizhou.Public.Api.Platform.Operators;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Console;

/// <summary><c>-- operators</c> and <c>-- keys</c>, beside a running server.</summary>
public sealed class CommandTests
{
    [Fact]
    public async Task An_operator_is_added_listed_and_removed_while_the_server_runs()
    {
        using var server = new ApiServer();
        _ = server.Http;
        var (code, said) = await RunAsync(server, "", "operators", "add", "Li", "--role", "crew");
        Assert.Equal(0, code);
        var password = Regex.Match(said, "shown once）: (\\S{20})").Groups[1].Value;
        var store = server.Services.GetRequiredService<OperatorStore>();
        Assert.Equal("crew", (await store.VerifyAsync("li", password, CancellationToken.None))?.Role);

        Assert.Equal(1, (await RunAsync(server, "", "operators", "add", "LI", "--role", "crew")).Code);
        Assert.Equal(0, (await RunAsync(server, "a long enough password\n", "operators", "add", "zhao", "--role", "viewer", "--password-stdin")).Code);
        Assert.NotNull(await store.VerifyAsync("zhao", "a long enough password", CancellationToken.None));
        Assert.Equal("li\tcrew\nzhao\tviewer\n", (await RunAsync(server, "", "operators", "list")).Said);
        Assert.Equal(0, (await RunAsync(server, "", "operators", "remove", "li")).Code);
        Assert.Null(await store.VerifyAsync("li", password, CancellationToken.None));
    }

    [Theory]
    [InlineData("operators", "add", "li", "--role", "boss")]
    [InlineData("operators", "add", "li")]
    [InlineData("operators", "ad", "li")]
    [InlineData("operators", "add", "li", "--role", "crew", "--pasword", "x")]
    [InlineData("operators", "add", "li", "--role", "crew", "--password-stdin")]
    [InlineData("keys", "issue", "--scope", "everything")]
    public async Task Wrong_words_end_with_the_usage(params string[] words)
    {
        using var server = new ApiServer();
        _ = server.Http;
        var (code, said) = await RunAsync(server, "short\n", words);
        Assert.Equal(1, code);
        Assert.Contains("Usage: " + words[0], said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_shown_once_stored_hashed_scoped_and_revocable()
    {
        using var server = new ApiServer();
        _ = server.Http;
        var said = (await RunAsync(server, "", "keys", "issue", "--scope", "terminals", "--name", "终端厂家")).Said;
        var (id, key) = (Regex.Match(said, "\\(id\\): (\\S+)").Groups[1].Value, Regex.Match(said, "shown once）: (\\S+)").Groups[1].Value);
        var keys = server.Services.GetRequiredService<ApiKeyStore>();
        Assert.Equal(id, (await keys.CheckAsync(Request(key), "terminals", CancellationToken.None))?.Id);
        Assert.Null(await keys.CheckAsync(Request(key), "other", CancellationToken.None));
        Assert.Null(await keys.CheckAsync(Request(key + "0"), "terminals", CancellationToken.None));
        Assert.Null(await keys.CheckAsync(Request(""), "terminals", CancellationToken.None));

        var listed = (await RunAsync(server, "", "keys", "list")).Said;
        Assert.Contains("终端厂家", listed, StringComparison.Ordinal);
        Assert.DoesNotContain(key, listed, StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(server.DataFolder, "jizhou.db*"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            Assert.DoesNotContain(key, await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(0, (await RunAsync(server, "", "keys", "revoke", id)).Code);
        Assert.Null(await keys.CheckAsync(Request(key), "terminals", CancellationToken.None));
        Assert.Equal(1, (await RunAsync(server, "", "keys", "revoke", id)).Code);
    }

    private static HttpRequest Request(string key) => new DefaultHttpContext { Request = { Headers = { Authorization = "Bearer " + key } } }.Request;

    private static async Task<(int Code, string Said)> RunAsync(ApiServer server, string input, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Program, .. words]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Storage__DataFolder"] = server.DataFolder;
        start.Environment["Security__KeyFolder"] = Path.Combine(Path.GetDirectoryName(server.DataFolder)!, "keys");
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
