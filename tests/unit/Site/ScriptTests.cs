using System.Text.RegularExpressions;
using Jizhou.Public.Site.Build;

namespace Jizhou.Public.UnitTests.Site;

/// <summary>The scripts are written in ES2018 by hand, as WebView 69 runs them unchanged.</summary>
public sealed class ScriptTests
{
    /// <summary>Syntax and library calls newer than Chrome 69, by what they are called.</summary>
    private static readonly (string Name, string Pattern)[] Newer =
    [
        ("optional chaining", @"\?\.(?=[A-Za-z_$\[(])"), ("nullish coalescing", @"\?\?"), ("logical assignment", @"(\|\||&&)="),
        ("optional catch binding", @"\bcatch\s*\{"), ("private members", @"(^|[\s.{;])#[a-zA-Z_]\w*\s*[=(;]"), ("class fields", @"class [^{]*\{\s*(static\s+)?\w+\s*[=;]"),
        ("numeric separators", @"\b\d+_\d"), ("big integers", @"\b\d+n\b"), ("top-level await", @"(?m)^await\b"), ("dynamic import", @"\bimport\("), ("import.meta", @"import\.meta"),
        ("newer library", @"\.(replaceAll|matchAll|replaceChildren|at|flatMap|toSorted|findLast|requestSubmit|allSettled|randomUUID)\(|Object\.(fromEntries|hasOwn)\(|Promise\.(allSettled|any)|structuredClone\(|globalThis|\bAbortSignal\.timeout"),
    ];

    public static TheoryData<string> Scripts => new([.. EmbeddedFiles.Find("Scripts/", ".js"), .. EmbeddedFiles.Find("Components/", ".js")]);

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_script_is_ES2018(string path)
    {
        var code = WithoutWords(EmbeddedFiles.ReadText(path));
        Assert.All(Newer, newer => Assert.False(Regex.IsMatch(code, newer.Pattern), $"{path}: {newer.Name}: {Regex.Match(code, newer.Pattern).Value}"));
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_script_writes_text_never_markup(string path) =>
        Assert.DoesNotMatch(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", WithoutWords(EmbeddedFiles.ReadText(path)));

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Brackets_of_a_script_close(string path)
    {
        var open = new Stack<char>();
        foreach (var mark in WithoutWords(EmbeddedFiles.ReadText(path)).Where(mark => "()[]{}".Contains(mark)))
        {
            if ("([{".Contains(mark))
            {
                open.Push(mark);
                continue;
            }

            Assert.NotEmpty(open);
            Assert.Equal("([{"[")]}".IndexOf(mark)], open.Pop());
        }

        Assert.Empty(open);
    }

    [Theory]
    [InlineData("booking/index.html")]
    [InlineData("sorting/index.html")]
    public async Task A_page_names_all_modules_of_its_scripts_at_once(string path)
    {
        var files = (await SiteFolder.RealAsync).ToDictionary(file => "/" + file.Path, file => file.Bytes, StringComparer.Ordinal);
        string TextOf(string address) => System.Text.Encoding.UTF8.GetString(files[address].Span);
        var page = TextOf("/" + path);
        var modules = new Queue<string>(Regex.Matches(page, "<script type=\"module\" src=\"(?<path>[^\"]+)\"").Select(m => m.Groups["path"].Value));
        var named = Regex.Matches(page, "<link rel=\"modulepreload\" href=\"(?<path>[^\"]+)\"").Select(m => m.Groups["path"].Value).ToHashSet(StringComparer.Ordinal);
        Assert.True(named.Count > 5, $"only {named.Count} modules");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (modules.TryDequeue(out var module))
        {
            foreach (var import in Regex.Matches(TextOf(module), "from \"(?<path>/[^\"]+)\"").Select(m => m.Groups["path"].Value).Where(seen.Add))
            {
                Assert.Contains(import, named);
                modules.Enqueue(import);
            }
        }

        Assert.Equal(seen.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_import_leads_to_a_file_of_the_site()
    {
        var files = await SiteFolder.RealAsync;
        var scripts = files.Where(file => file.Path.EndsWith(".js", StringComparison.Ordinal)).ToList();
        var imports = scripts.SelectMany(file => Regex.Matches(System.Text.Encoding.UTF8.GetString(file.Bytes.Span), "from \"(?<path>[^\"]+)\""))
            .Select(m => m.Groups["path"].Value).ToList();
        Assert.NotEmpty(imports);
        Assert.All(imports, path => Assert.Contains(files, file => "/" + file.Path == path));
    }

    [Theory]
    [InlineData("a?.b")]
    [InlineData("a ?? b")]
    [InlineData("try { } catch { }")]
    [InlineData("class A { x = 1; }")]
    [InlineData("a.replaceAll(b)")]
    public void The_list_of_newer_things_catches_them(string code) =>
        Assert.Contains(Newer, newer => Regex.IsMatch(code, newer.Pattern));

    // Comments, texts and regular expressions are blanked, so that only code is judged.
    private static string WithoutWords(string script) => Regex.Replace(
        script,
        """/\*.*?\*/|//[^\n]*|"(\\.|[^"\\\n])*"|(?<=[(=,:]\s*)/(\\.|\[(\\.|[^\]\\])*\]|[^/\\\n*])(\\.|\[(\\.|[^\]\\])*\]|[^/\\\n])*/[a-z]*""",
        "\"\"",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture);
}
