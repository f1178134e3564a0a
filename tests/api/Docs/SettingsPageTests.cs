using System.Text.RegularExpressions;
using Jizhou.Public.Api.Platform.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Docs;

/// <summary>Every setting is on the settings page, with its default and meaning, and nothing else is.</summary>
public sealed class SettingsPageTests
{
    private readonly string _page = DeveloperPages.Read("settings");

    [Fact]
    public void Every_setting_has_its_row()
    {
        Assert.NotEmpty(Settings.All);
        var rows = Settings.All.Select(setting => $"| `{setting.Name}` | {(setting.Default.Length == 0 ? "（空）" : $"`{setting.Default}`")} | {setting.Meaning} |");
        Assert.Empty(rows.Where(row => !_page.Contains(row, StringComparison.Ordinal)));
    }

    [Fact]
    public void No_row_names_a_setting_that_does_not_exist()
    {
        var rows = Regex.Matches(_page, @"(?m)^\| `(?<name>[^`]+)` \|").Select(match => match.Groups["name"].Value);
        Assert.Equal(Settings.All.Select(setting => setting.Name).Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_list_in_code_holds_every_setting_that_is_declared()
    {
        var declared = typeof(Settings).GetFields().Where(field => field.FieldType == typeof(Setting)).Select(field => (Setting)field.GetValue(null)!).ToList();
        Assert.NotEmpty(declared);
        Assert.Equal(declared.Select(setting => setting.Name).Order(StringComparer.Ordinal), Settings.All.Select(setting => setting.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_code_reads_a_setting_past_the_list()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "api"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.EndsWith("/Setting.cs", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        Assert.Empty(files.Where(file => Regex.IsMatch(File.ReadAllText(file), @"[cC]onfiguration(\[""|\.GetValue|\.GetSection)")));
    }

    [Fact]
    public void Every_command_of_the_program_is_explained()
    {
        using var server = new ApiServer();
        var commands = server.Services.GetServices<Command>().ToList();
        Assert.NotEmpty(commands);
        Assert.Empty(commands.Where(command => !Regex.IsMatch(_page, $@"(?m)^- `{command.Name}( [^`]*)?`：")).Select(command => command.Name));
    }
}
