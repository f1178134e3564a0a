using System.Text.RegularExpressions;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.ApiTests.Docs;

/// <summary>Every refusal is explained to developers, in the words of the code, and nothing else is.</summary>
public sealed class ErrorsPageTests
{
    private readonly string _page = DeveloperPages.Read("errors");

    [Fact]
    public void Every_code_has_its_section_with_status_title_and_meaning()
    {
        Assert.NotEmpty(RefusalCatalogue.All);
        var missing = RefusalCatalogue.All.Select(kind => $"### {kind.Code}\n\n{kind.Status} · {kind.Title}。{kind.Meaning}\n")
            .Where(section => !_page.Contains(section, StringComparison.Ordinal));
        Assert.Empty(missing);
    }

    [Fact]
    public void No_section_explains_a_code_that_does_not_exist()
    {
        var sections = Regex.Matches(_page, @"(?m)^### (?<code>\S+)$").Select(match => match.Groups["code"].Value).ToList();
        Assert.Equal(RefusalCatalogue.All.Select(kind => kind.Code), sections.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_field_code_of_the_platform_is_explained()
        => Assert.All(FieldCodes.All, code => Assert.Contains($"| `{code.Key}` | {code.Value} |", _page));

    [Fact]
    public void Every_refusal_in_the_code_is_made_from_a_kind()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "api"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.EndsWith("RefusalKind.cs", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        Assert.Empty(files.Where(file => Regex.IsMatch(File.ReadAllText(file), @"new Refusal\(")));
    }

    [Fact]
    public void Every_field_code_of_bookings_is_explained()
    {
        var codes = Directory.EnumerateFiles(Path.Combine(Repository.Root, "api", "Bookings"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(file), @"(?:new|FieldRefusal)\(\$?""?[\w.{}]+""?, ""(?<code>[a-z]+(?:_[a-z]+)+)"",\s"))
            .Select(match => match.Groups["code"].Value).Distinct().ToList();
        Assert.Contains("item_refused", codes);
        Assert.Empty(codes.Where(code => !_page.Contains($"| `{code}` |", StringComparison.Ordinal)));
    }
}
