using Dapper;
using Microsoft.Data.Sqlite;

namespace Jizhou.Public.ApiTests.Platform.Hosting;

/// <summary>Every way to fail at the start ends with one clear line and exit code 1; a signal ends with 0.</summary>
public sealed class StartFailureTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jizhou-start-").FullName;

    private string[] Settings => ["--Storage:DataFolder", Path.Combine(_folder, "data"), "--Security:KeyFolder", Path.Combine(_folder, "keys")];

    [Theory]
    [InlineData(2)]
    [InlineData(15)]
    public async Task A_signal_ends_it_cleanly(int signal)
    {
        using var server = ServerProcess.Start([.. Settings, "--urls", "http://127.0.0.1:0"]);
        await server.ReadyAsync();
        server.Signal(signal);
        Assert.Equal(0, await server.ExitAsync());
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    public async Task Asked_for_help_it_tells_the_commands_and_ends(string word)
    {
        using var server = ServerProcess.Start(word);
        Assert.Equal(0, await server.ExitAsync());
        Assert.Contains("operators add NAME", server.Output, StringComparison.Ordinal);
        Assert.Contains("/data/developers/settings/", server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_server_on_the_same_folder_is_refused()
    {
        using var first = ServerProcess.Start([.. Settings, "--urls", "http://127.0.0.1:0"]);
        await first.ReadyAsync();
        using var second = ServerProcess.Start([.. Settings, "--urls", "http://127.0.0.1:0"]);
        await AssertOneLine(second, "另一个服务正在使用数据文件夹");
    }

    [Fact]
    public async Task After_a_kill_the_folder_is_free_again()
    {
        using var first = ServerProcess.Start([.. Settings, "--urls", "http://127.0.0.1:0"]);
        await first.ReadyAsync();
        first.Signal(9);
        await first.ExitAsync();
        using var second = ServerProcess.Start([.. Settings, "--urls", "http://127.0.0.1:0"]);
        await second.ReadyAsync();
    }

    [Fact]
    public async Task A_port_in_use_is_told()
    {
        using var first = ServerProcess.Start([.. Settings, "--urls", "http://127.0.0.1:0"]);
        var address = await first.ReadyAsync();
        using var second = ServerProcess.Start("--Storage:DataFolder", Path.Combine(_folder, "other"), "--Security:KeyFolder", Path.Combine(_folder, "keys"), "--urls", address);
        await AssertOneLine(second, "端口已被占用");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://127.0.0.1:99999")]
    public async Task An_address_that_is_none_is_told(string address)
    {
        using var server = ServerProcess.Start([.. Settings, "--urls", address]);
        await AssertOneLine(server, $"不能监听 {address}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("Host=127.0.0.1;Port=secret-word")]
    public async Task A_connection_string_that_leads_nowhere_is_told_without_repeating_it(string text)
    {
        using var server = ServerProcess.Start([.. Settings, "--urls", "http://127.0.0.1:0", "--Storage:Provider", "postgres", $"--Storage:ConnectionString={text}"]);
        var line = await AssertOneLine(server, "Storage:ConnectionString");
        Assert.DoesNotContain("secret-word", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(UnixFileMode.None)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute)]
    public async Task A_data_folder_that_cannot_be_used_is_told(UnixFileMode mode)
    {
        var data = Directory.CreateDirectory(Path.Combine(_folder, "data")).FullName;
        File.SetUnixFileMode(_folder, (UnixFileMode)0b111_111_111);
        File.SetUnixFileMode(data, mode);
        using var server = ServerProcess.StartUnprivileged([.. Settings, "--urls", "http://127.0.0.1:0"]);
        await AssertOneLine(server, "不能读写");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_told()
    {
        var data = Directory.CreateDirectory(Path.Combine(_folder, "data")).FullName;
        await File.WriteAllTextAsync(Path.Combine(data, "jizhou.db"), new string('x', 4096));
        using var server = ServerProcess.Start([.. Settings, "--urls", "http://127.0.0.1:0"]);
        await AssertOneLine(server, "不是完好的数据库文件");
    }

    [Fact]
    public async Task An_unknown_command_names_the_known_ones()
    {
        using var command = ServerProcess.Start(["nonsense", .. Settings]);
        await AssertOneLine(command, "migrate");
    }

    [Fact]
    public async Task A_setting_that_is_no_number_is_named()
    {
        using var server = ServerProcess.Start([.. Settings, "--Storage:Provider", "oracle"]);
        await AssertOneLine(server, "Storage:Provider");
    }

    [Fact]
    public async Task A_key_folder_inside_the_data_folder_is_refused()
    {
        var data = Path.Combine(_folder, "data");
        using var server = ServerProcess.Start("--Storage:DataFolder", data, "--Security:KeyFolder", Path.Combine(data, "keys"));
        await AssertOneLine(server, "Security:KeyFolder");
    }

    [Fact]
    public async Task Keys_that_do_not_belong_to_the_database_are_refused()
    {
        using (var first = ServerProcess.Start([.. Settings, "--urls", "http://127.0.0.1:0"]))
        {
            await first.ReadyAsync();
            first.Signal(15);
            await first.ExitAsync();
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, "keys", "personal-data.json")));
        using var second = ServerProcess.Start("--Storage:DataFolder", Path.Combine(_folder, "data"), "--Security:KeyFolder", Path.Combine(_folder, "other-keys"));
        await AssertOneLine(second, "不属于这个数据库");
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused()
    {
        var data = Directory.CreateDirectory(Path.Combine(_folder, "data")).FullName;
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(data, "jizhou.db")};Pooling=false"))
        {
            await connection.ExecuteAsync(
                "CREATE TABLE schema_version (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL); INSERT INTO schema_version VALUES (999, '999-future.sql')");
        }

        using var server = ServerProcess.Start([.. Settings, "--urls", "http://127.0.0.1:0"]);
        await AssertOneLine(server, "999");
    }

    [Fact]
    public async Task Broken_content_is_told_with_file_and_line()
    {
        var content = Directory.CreateDirectory(Path.Combine(_folder, "content", "pages")).Parent!.FullName;
        await File.WriteAllTextAsync(Path.Combine(content, "pages", "broken.md"), "---\ntitle: [broken\n---\n");
        using var server = ServerProcess.Start([.. Settings, "--Content:Folder", content]);
        Assert.Equal(1, await server.ExitAsync());
        Assert.Matches(@"pages/broken\.md\(\d+\): this is not valid YAML", server.Output);
        Assert.DoesNotContain("   at ", server.Output);
    }

    [Fact]
    public async Task Health_asks_a_running_server()
    {
        using var first = ServerProcess.Start([.. Settings, "--urls", "http://127.0.0.1:0"]);
        using var ask = ServerProcess.Start("--", "health", await first.ReadyAsync());
        Assert.Equal(0, await ask.ExitAsync());
        using var nobody = ServerProcess.Start("--", "health", $"http://127.0.0.1:{ServerProcess.FreePort()}");
        await AssertOneLine(nobody, "没有回答");
    }

    public void Dispose()
    {
        File.SetUnixFileMode(_folder, (UnixFileMode)0b111_000_000);
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<string> AssertOneLine(ServerProcess process, string what)
    {
        Assert.Equal(1, await process.ExitAsync());
        var lines = process.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.Contains("\"LogLevel\":\"Information\"", StringComparison.Ordinal)); // what went well before it
        var line = Assert.Single(lines);
        Assert.Contains(what, line);
        return line;
    }
}
