using System.Text.RegularExpressions;

namespace Jizhou.Public.UnitTests.Content;

/// <summary>What content/README.md shows to editors.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(TestContent.Folder, "README.md"));

    [Fact]
    public void Every_example_can_be_copied_into_its_file_as_it_stands() => Assert.Empty(TestContent.ProblemsAfter(new Dictionary<string, Func<string, string>>
    {
        ["pages/example.md"] = _ => Example("markdown", "---"),
        ["data/sorting/items.yaml"] = text => text + Example("yaml", "  - id: shou-lu"),
        ["data/legal/citations.yaml"] = text => text + Example("yaml", "  - id: example-rules"),
        ["data/legal/penalties.yaml"] = text => text + Example("yaml", "  - { citation"),
        ["data/indicators/indicators.yaml"] = text => text + Example("yaml", "      - { year: 2025"),
    }));

    [Theory]
    [InlineData("pages/test.md", "---\ntitle: 试\nanswer: 答\nsummary: 句\ntemplate: guide\noffice: water\ncheckedOn: 2026-11-22\ncitations: [eco-code#1]\n---\n", "\"eco-code#1\": article not listed for 《生态环境法典》 — mend: cite one of ")]
    public void A_complaint_it_quotes_is_the_loaders_own(string file, string text, string quoted)
    {
        Assert.Contains(quoted, Readme, StringComparison.Ordinal);
        Assert.Contains(TestContent.ProblemsAfter(file, _ => text), p => p.ToString().Contains(quoted, StringComparison.Ordinal));
    }

    private static string Example(string language, string beginning) =>
        Assert.Single(Regex.Matches(Readme, $"```{language}\n(?<body>.*?)```", RegexOptions.Singleline, TimeSpan.FromSeconds(1))
            .Select(m => m.Groups["body"].Value), b => b.StartsWith(beginning, StringComparison.Ordinal));
}
