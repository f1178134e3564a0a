using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Jizhou.Public.UnitTests.House;

/// <summary>Small habits people forget: reasons beside suppressions, docstrings, no word about machines.</summary>
public sealed class HabitTests
{
    public static TheoryData<string> Assemblies => new("Jizhou.Public.Content", "Jizhou.Public.Site", "Jizhou.Public.Api");

    [Fact]
    public void Every_rule_that_is_switched_off_says_why()
    {
        var lines = Repository.Read(".editorconfig").Split('\n').Where(l => Regex.IsMatch(l, @"severity = (none|suggestion|silent)")).ToList();
        Assert.NotEmpty(lines);
        Assert.Empty(lines.Where(l => !Regex.IsMatch(l, @"# \S.{9,}")));
    }

    [Fact]
    public void Every_suppression_in_code_says_why()
    {
        var lines = from file in new[] { "api", "site", "content", "tests" }.SelectMany(f => Repository.Files(f, ".cs"))
                    from line in Repository.Read(file).Split('\n')
                    where line.TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal)
                          || line.TrimStart().StartsWith("[SuppressMessage", StringComparison.Ordinal)
                    select (file, line);
        Assert.Empty(lines.Where(l => !Regex.IsMatch(l.line, @"//\s*\S.{9,}|Justification\s*=")));
    }

    [Fact]
    public void No_tracked_text_names_a_machine_or_a_package_registry()
    {
        var files = Repository.Files(".", ".cs", ".md", ".yaml", ".csproj", ".props", ".targets", ".razor", ".js", ".mjs", ".css", ".tsv", ".csv")
            .Where(f => !f.EndsWith("HabitTests.cs", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        Assert.Empty(files.Where(f => Regex.IsMatch(Repository.Read(f), @"/wor[k]/|/roo[t]/|(nuget|npmjs)\.(org|com)")));
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Every_public_type_has_a_docstring(string assembly)
    {
        var loaded = Assembly.Load(assembly);
        var documented = XDocument.Load(Path.ChangeExtension(loaded.Location, ".xml")).Descendants("member")
            .Where(m => m.Elements().Any()).Select(m => m.Attribute("name")!.Value).ToHashSet(StringComparer.Ordinal);
        var types = loaded.GetExportedTypes()
            .Where(t => t.Namespace?.StartsWith("Jizhou.Public", StringComparison.Ordinal) == true)
            .Where(t => !t.IsSubclassOf(typeof(Microsoft.AspNetCore.Components.ComponentBase)) && t.DeclaringType is null)
            .Where(t => !t.Name.StartsWith('<') && t.Name != "_Imports")
            .ToList();

        Assert.NotEmpty(types);
        Assert.Empty(types.Where(t => !documented.Contains("T:" + t.FullName)).Select(t => t.FullName));
    }
}
