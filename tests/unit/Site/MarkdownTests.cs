namespace Jizhou.Public.UnitTests.Site;

/// <summary>Each extension of our Markdown: what goes in, what comes out.</summary>
public sealed class MarkdownTests
{
    [Fact]
    public void Steps_become_a_numbered_step_list() => Golden(
        "::: steps\n1. 倒空\n2. 冲一下\n:::",
        "<div class=\"steps\">\n<ol>\n<li>倒空</li>\n<li>冲一下</li>\n</ol>\n</div>\n");

    [Fact]
    public void A_rule_shows_document_article_date_and_how_sure_we_are() => Golden(
        "::: rule law#7\n不能随便扔。\n:::",
        "<div class=\"rule\">\n<p>不能随便扔。</p>\n<p class=\"source\"><a href=\"#basis-1\">《测试法》第7条</a> <span>2026年8月15日起施行。</span> <span class=\"tag\">官方依据</span></p>\n</div>\n");

    [Theory]
    [InlineData("tip", "提示")]
    [InlineData("warn", "当心")]
    public void A_note_says_in_a_word_what_it_is(string name, string word) => Golden(
        $"::: {name}\n戴手套。\n:::",
        $"<div class=\"note {name}\" role=\"note\"><p class=\"note-word\">{word}</p>\n<p>戴手套。</p>\n</div>\n");

    [Fact]
    public void A_places_box_leads_to_the_places_page_with_its_filters() => Golden(
        "::: places kind=textile-bin material=textile\n没有就问居委会。\n:::",
        "<div class=\"places-box\">\n<p>没有就问居委会。</p>\n<p><a class=\"button\" href=\"/places/?kind=textile-bin&amp;material=textile\">找最近的点</a></p>\n</div>\n");

    [Fact]
    public void A_citation_becomes_a_numbered_mark_that_is_readable_aloud() => Golden(
        "要分类[@law#7]。",
        "<p>要分类<a class=\"cite\" href=\"#basis-1\" aria-label=\"出处 1：《测试法》第7条\">[1]</a>。</p>\n");

    [Fact]
    public void A_fine_prints_who_when_how_much_and_since_when() => Golden(
        "{fine:law#7}",
        "<p>个人拒不改正的 <strong class=\"fine\">100～1000 元</strong>（2026年8月15日起）<a class=\"cite\" href=\"#basis-1\" aria-label=\"出处 1：《测试法》第7条\">[1]</a></p>\n");

    [Fact]
    public void A_number_of_the_pickup_comes_from_its_data_and_an_unknown_one_stops_the_build()
    {
        Golden("留 {pickup:holdMinutes} 分钟", "<p>留 15 分钟</p>\n");
        Assert.Contains("no number \"holdHours\"", Assert.Single(SmallLibrary.Write("{pickup:holdHours}").Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_scrolls_within_itself() => Golden(
        "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |",
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"表格 1\">\n<table>\n<thead>\n<tr>\n<th>甲</th>\n<th>乙</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>\n</div>\n");

    [Fact]
    public void A_Chinese_heading_keeps_its_words_as_its_id() => Golden("## 如果不行", "<h2 id=\"如果不行\">如果不行</h2>\n");

    [Fact]
    public void Ordinary_links_and_brackets_are_left_alone() => Golden(
        "[怎么分](/sorting/) [x]",
        "<p><a href=\"/sorting/\">怎么分</a> [x]</p>\n");

    [Fact]
    public void A_source_cited_twice_keeps_its_number_and_front_matter_joins_at_the_end()
    {
        var written = SmallLibrary.Write("甲[@law#7]乙[@law#7]", "law", "law#7");
        Assert.Equal(["law#7", "law"], written.Cited.Select(citation => citation.Id));
        Assert.Equal(2, written.Html.Split("[1]").Length - 1);
    }

    [Theory]
    [InlineData("x\n\n<b>y</b>", 12, "raw HTML")]
    [InlineData("<script>alert(1)</script>", 10, "raw HTML")]
    [InlineData("[x](javascript:alert(1))", 10, "a link to \"javascript:alert(1)\"")]
    [InlineData("[x](//evil.example/)", 10, "a link to \"//evil.example/\"")]
    [InlineData("[x](other.md)", 10, "a link to \"other.md\"")]
    [InlineData("![x](https://evil.example/x.png)", 10, "a picture from \"https://evil.example/x.png\"")]
    [InlineData("![](/assets/pictures/x.svg)", 10, "no alternative text")]
    [InlineData("# 一级", 10, "a heading of the first level")]
    [InlineData("x\n\n::: stepz\n1. y\n:::", 12, "unknown box \"::: stepz\"")]
    [InlineData("::: steps\n- y\n:::", 10, "not one ordered list")]
    [InlineData("::: rule law#8\ny\n:::", 10, "law#8")]
    [InlineData("::: places kind=<b>\ny\n:::", 10, "cannot read the places box")]
    [InlineData("y\n[@nowhere]", 11, "nowhere")]
    [InlineData("{fine:law#8}", 10, "no fine \"law#8\"")]
    public void What_content_may_not_hold_is_named_with_its_line(string markdown, int line, string what)
    {
        var problem = Assert.Single(SmallLibrary.Write(markdown).Problems.DistinctBy(one => one.What));
        Assert.Equal(("pages/test.md", line), (problem.File, problem.Line));
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Attributes_cannot_be_set_from_content() =>
        Assert.DoesNotContain("onclick=\"", SmallLibrary.Write("x{onclick=\"y\"}").Html, StringComparison.Ordinal);

    private static void Golden(string markdown, string html)
    {
        var written = SmallLibrary.Write(markdown);
        Assert.Empty(written.Problems);
        Assert.Equal(html, written.Html);
    }
}
