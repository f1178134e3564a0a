using Jizhou.Public.Content;

namespace Jizhou.Public.UnitTests.Content;

/// <summary>Each kind of mistake in content is told with file, line, what is wrong and how to mend it.</summary>
public sealed class MistakeTests
{
    private const string Items = "data/sorting/items.yaml";
    private const string Page = "pages/test.md";

    private const string GoodPage = """
        ---
        title: 试一试
        answer: 这是答案。
        summary: 一句话。
        template: guide
        audience: [residents]
        office: city-management
        checkedOn: 2026-11-22
        law: true
        citations: [eco-code#506]
        related: [/sorting/]
        ---
        正文 [@eco-code#998]，罚款 {fine:eco-code#1169}。

        ```
        [@not-a-law] in code is an example
        ```
        """;

    [Theory]
    [InlineData("an unknown key", Items, "    group: 食物", "    grup: 食物", "unknown key \"grup\"", "remove it, or use one of")]
    [InlineData("a missing key", Items, "    group: 食物\n", "", "\"group\" is missing", "add a line \"group: …\"")]
    [InlineData("a word that is not in the list", Items, "category: kitchen", "category: wet", "\"category\" is \"wet\"", "use one of: recyclable, kitchen")]
    [InlineData("a flag that is no flag", Items, "tricky: true", "tricky: yes", "\"tricky\" is \"yes\"", "write true or false")]
    [InlineData("a list written as a text", Items, "aliases: [鸡蛋壳, 鸭蛋壳]", "aliases: 鸡蛋壳", "\"aliases\" should be a list", "write [a, b]")]
    [InlineData("a text written as a list", Items, "name: 蛋壳", "name: [蛋壳]", "\"name\" should be one text", "write it on the key's line")]
    [InlineData("a name that two items claim", Items, "aliases: [鸡蛋壳, 鸭蛋壳]", "aliases: [奶茶杯]", "\"奶茶杯\" already stands for 蛋壳", "a word leads to one item")]
    [InlineData("an id that is no address", Items, "id: dan-ke", "id: Dan_Ke", "cannot be part of an address", "write the pinyin with hyphens")]
    [InlineData("an article nobody read", Items, "citations: [eco-code#518]", "citations: [eco-code#5180]", "article not listed for 《生态环境法典》", "add the article to data/legal/citations.yaml after reading it")]
    [InlineData("a law nobody listed", Items, "citations: [jizhou-plan]", "citations: [my-law]", "unknown citation \"my-law\"", "use a document of data/legal/citations.yaml")]
    [InlineData("a number that is none", "data/indicators/indicators.yaml", "no: 4", "no: four", "\"no\" is \"four\"", "write a whole number such as 12")]
    [InlineData("a date that is none", "data/indicators/indicators.yaml", "checkedOn: 2026-11-22 }", "checkedOn: 22.11.2026 }", "\"checkedOn\" is \"22.11.2026\"", "write a date such as 2026-11-22")]
    [InlineData("an office nobody listed", "data/indicators/indicators.yaml", "departments: [区水务局]", "departments: [区水利局]", "unknown office \"区水利局\"", "add it, or this spelling as an alias")]
    [InlineData("a value that is not published", "data/indicators/indicators.yaml", "year: 2021, status", "year: 2021, value: 50, status", "status is \"not-published\" and value is 50", "any other has none")]
    [InlineData("a range the wrong way round", "data/legal/penalties.yaml", "minYuan: 100, maxYuan: 1000", "minYuan: 10000, maxYuan: 1000", "is more than maxYuan", "exchange them")]
    [InlineData("a document without a source", "data/legal/citations.yaml", "    source: GitHub ImCa0/just-laws @5c000d2 (2026-07-17)\n", "", "\"source\" is missing", "add a line \"source: …\"")]
    [InlineData("a special action of no section", "data/plan/projects.yaml", "section: C7_2", "section: C9_9", "unknown section \"C9_9\"", "use an id of data/plan/measures.yaml")]
    [InlineData("an office given twice", "data/plan/offices.yaml", "name: 区水务局", "name: 区商务局", "\"区商务局\" is given twice", "belongs to one office")]
    [InlineData("a make-up day in the week", "data/calendar/holidays.yaml", "date: 2026-10-10", "date: 2026-10-12", "2026-10-12 is a Monday", "Saturday or Sunday that is worked")]
    [InlineData("a header of another table", "data/geo/townships.csv", "code,name,kind", "code,name,sort", "the header is \"code,name,sort\"", "it must be: code,name,kind")]
    [InlineData("a row with a field too many", "data/geo/townships.csv", "120119100,渔阳镇,town", "120119100,渔阳镇,town,1", "this line has 4 fields, the header has 3", "give it one field for each of: code, name, kind")]
    [InlineData("a code that is too short", "data/geo/villages.csv", "120119100201,东北隅村委会", "120119100,东北隅村委会", "does not have 12 digits", "copy the statistical code")]
    [InlineData("a village of no township", "data/geo/villages.csv", "东北隅村委会,东北隅村,120119100", "东北隅村委会,东北隅村,120119999", "unknown township \"120119999\"", "use a code of data/geo/townships.csv")]
    [InlineData("a reading that is no pinyin", "data/sorting/pinyin.tsv", "奶茶杯\tnai cha bei", "奶茶杯\tnǎi chá bēi", "is not plain pinyin", "correct it in data/sorting/pinyin-corrections.tsv")]
    public void A_mistake_in_data_is_told(string mistake, string file, string old, string now, string what, string howToMend)
    {
        var line = TestContent.LineOf(file, old.TrimEnd('\n'));
        var problems = TestContent.ProblemsAfter(file, text => ReplaceFirst(text, old, now));
        var problem = problems.FirstOrDefault(p => p.What.Contains(what, StringComparison.Ordinal));
        Assert.True(problem is not null, $"{mistake}: {string.Join('\n', problems)}");
        Assert.Equal(file, problem.File);
        Assert.Contains(howToMend, problem.HowToMend, StringComparison.Ordinal);
        if (now.Length == 0)
        {
            Assert.InRange(problem.Line, 1, line); // what is missing is told at the entry it is missing from
        }
        else if (!mistake.StartsWith("a name that two", StringComparison.Ordinal))
        {
            Assert.Equal(line, problem.Line);
        }
    }

    [Theory]
    [InlineData("office: city-management", "office: city-hall", 7, "unknown office \"city-hall\"", "use an id of data/plan/offices.yaml")]
    [InlineData("template: guide", "template: blog", 5, "\"template\" is \"blog\"", "use one of: guide")]
    [InlineData("answer: 这是答案。\n", "", 2, "\"answer\" is missing", "add a line")]
    [InlineData("answer: 这是答案。", "answer: 这个答案很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长。", 3, "\"answer\" has 4", "shorten it to 40")]
    [InlineData("audience: [residents]", "audience: [everyone]", 6, "unknown audience \"everyone\"", "use: residents")]
    [InlineData("related: [/sorting/]", "related: [sorting]", 11, "\"sorting\" is not an address of this site", "with a / at both ends")]
    [InlineData("citations: [eco-code#506]", "citations: [eco-code#1]", 10, "article not listed", "after reading it")]
    [InlineData("title: 试一试", "titel: 试一试", 2, "unknown key \"titel\"", "use one of")]
    [InlineData("[@eco-code#998]", "[@eco-code#999999]", 13, "article not listed", "after reading it")]
    [InlineData("{fine:eco-code#1169}", "{fine:eco-code#998}", 13, "unknown fine \"eco-code#998\"", "data/legal/penalties.yaml")]
    [InlineData("正文", "::: rule no-law\n正文", 13, "unknown citation \"no-law\"", "use a document")]
    [InlineData("---\ntitle", "title", 1, "the page has no front matter", "begin the file with ---")]
    public void A_mistake_in_a_page_is_told(string old, string now, int line, string what, string howToMend)
    {
        var problems = TestContent.ProblemsAfter(Page, _ => ReplaceFirst(GoodPage, old, now));
        var problem = Assert.Single(problems, p => p.What.Contains(what, StringComparison.Ordinal));
        Assert.Equal((Page, line), (problem.File, problem.Line));
        Assert.Contains(howToMend, problem.HowToMend, StringComparison.Ordinal);
    }

    [Fact]
    public void A_good_page_has_no_problem() => Assert.Empty(TestContent.ProblemsAfter(Page, _ => GoodPage));

    [Fact]
    public void Broken_yaml_is_told_at_its_line()
    {
        var problems = TestContent.ProblemsAfter(Items, text => ReplaceFirst(text, "    name: 蛋壳", "    name: \"蛋壳"));
        Assert.Contains(problems, p => p.File == Items && p.Line > 1 && p.What.StartsWith("this is not valid YAML", StringComparison.Ordinal));
    }

    [Fact]
    public void What_refers_to_a_broken_file_is_not_told()
    {
        var problem = Assert.Single(TestContent.ProblemsAfter("data/plan/offices.yaml", text => text + "\n  - id: [broken"));
        Assert.Equal("data/plan/offices.yaml", problem.File);
        Assert.Contains("not valid YAML", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_given_twice_is_told_at_its_line()
    {
        var line = TestContent.LineOf(Items, "name: 蛋壳");
        var problems = TestContent.ProblemsAfter(Items, text => ReplaceFirst(text, "    name: 蛋壳", "    name: 蛋壳\n    name: 蛋壳"));
        var problem = Assert.Single(problems, p => p.What.Contains("not valid YAML", StringComparison.Ordinal));
        Assert.InRange(problem.Line, line - 1, line + 1);
    }

    [Fact]
    public void An_outline_that_is_no_geojson_is_told_at_its_line()
    {
        var problems = TestContent.ProblemsAfter("data/geo/boundary.geojson", _ => "{\n\"features\": [\n");
        Assert.Contains(problems, p => p is { File: "data/geo/boundary.geojson", Line: > 1 } && p.What.StartsWith("the outline cannot be read", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_file_is_told()
    {
        var folder = Directory.CreateTempSubdirectory("jizhou-content-").FullName;
        try
        {
            var broken = Assert.Throws<ContentException>(() => ContentFolder.Load(folder));
            Assert.Contains(broken.Problems, p => p is { File: "data/legal/citations.yaml", What: "the file is missing" });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_told_and_nothing_else()
    {
        var broken = Assert.Throws<ContentException>(() => ContentFolder.Load(Path.Combine(TestContent.Folder, "no-such-folder")));
        Assert.Contains("does not exist", Assert.Single(broken.Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var problems = TestContent.ProblemsAfter(Items, text => text.Replace("category: kitchen", "category: wet", StringComparison.Ordinal));
        Assert.Equal(23, problems.Count(problem => problem.What.Contains("wet", StringComparison.Ordinal)));
    }

    private static string ReplaceFirst(string text, string old, string now)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"\"{old}\" is not in the file any more");
        return text[..at] + now + text[(at + old.Length)..];
    }
}
