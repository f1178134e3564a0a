using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Jizhou.Public.ApiTests.Docs;

/// <summary>The examples of the developer pages are run as they are printed, and print what the page says.</summary>
public sealed partial class ExamplesPageTests(ApiServer server) : IClassFixture<ApiServer>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("jizhou-examples-").FullName;

    public static TheoryData<string> Headings => [.. Examples().Select(example => example.Heading)];

    [Theory]
    [MemberData(nameof(Headings))]
    public async Task It_runs_and_prints_what_the_page_says(string heading)
    {
        var example = Examples().Single(one => one.Heading == heading);
        var printed = await RunAsync(example);
        Assert.Equal(example.Prints.Trim(), printed.Trim());
    }

    [Fact]
    public void There_is_one_in_every_language_we_promise()
        => Assert.Equal(["csharp", "js", "python", "sh"], Examples().Select(example => example.Language).Distinct().Order(StringComparer.Ordinal));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<string> RunAsync(Example example)
    {
        var (program, words, ending) = example.Language switch
        {
            "sh" => ("bash", (string[])[], "sh"),
            "js" => ("node", [], "mjs"),
            "python" => ("python3", [], "py"),
            "csharp" => ("dotnet", ["run"], "cs"),
            _ => throw new InvalidOperationException($"No way to run {example.Language}."),
        };
        var file = Path.Combine(_folder, $"example.{ending}");
        await File.WriteAllTextAsync(file, example.Code);
        var start = new ProcessStartInfo(program, [.. words, file])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = _folder,
            Environment = { ["BASE"] = server.Http.BaseAddress!.ToString().TrimEnd('/'), ["MSBUILDDISABLENODEREUSE"] = "1", ["CI"] = "" },
        };
        using var process = Process.Start(start)!;
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"ended with {process.ExitCode}: {printed}");
        return printed;
    }

    private static List<Example> Examples()
        => [.. Fences().Matches(DeveloperPages.Read("examples"))
            .Select(match => new Example(match.Groups["heading"].Value, match.Groups["language"].Value, match.Groups["code"].Value, match.Groups["prints"].Value))];

    // A heading, words, a fence of code, and right after it a fence of what it prints.
    [GeneratedRegex(@"^## (?<heading>[^\n]+)\n((?!## |```)[^\n]*\n)*^```(?<language>sh|js|python|csharp)\n(?<code>.*?)^```\n\n^```text\n(?<prints>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Fences();

    private sealed record Example(string Heading, string Language, string Code, string Prints);
}
