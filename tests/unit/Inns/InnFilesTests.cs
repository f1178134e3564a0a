using Jizhou.Public.UnitTests.Content;

namespace Jizhou.Public.UnitTests.Inns;

public sealed class InnFilesTests
{
    private const string Check = "data/inns/self-check.yaml";

    [Theory]
    [InlineData("inn", 30, 40)]
    [InlineData("scenic", 15, 40)]
    [InlineData("star-hotel", 15, 40)]
    [InlineData("entertainment", 15, 40)]
    public void Every_kind_of_venue_is_asked_a_bearable_number_of_cited_questions(string venue, int fewest, int most)
    {
        var questions = TestContent.Real.Inns.For(venue);
        Assert.InRange(questions.Count, fewest, most);
        Assert.All(questions, question => Assert.NotEmpty(question.Citations));
    }

    [Fact]
    public void Nothing_is_asked_on_the_ground_of_repealed_law()
    {
        var citations = TestContent.Real.Inns.Questions.SelectMany(q => q.Citations.Concat(q.Penalties.Select(p => p.Citation)))
            .Concat(TestContent.Real.Inns.Today.SelectMany(l => l.Citations.Concat(l.Penalties.Select(p => p.Citation)))).ToList();
        Assert.NotEmpty(citations);
        Assert.All(citations, citation => Assert.Null(citation.InForceTo));
    }

    [Fact]
    public void The_one_pager_is_six_lines_and_says_what_each_costs()
    {
        var lines = TestContent.Real.Inns.Today;
        Assert.Equal(6, lines.Count);
        Assert.All(lines, line => Assert.NotEmpty(line.Penalties));
    }

    [Fact]
    public void The_quiz_draws_twenty_things_with_more_than_memory_behind_them()
    {
        var items = TestContent.Real.Inns.Quiz.Select(id => TestContent.Real.Sorting.Item(id)!).ToList();
        Assert.Equal(20, items.Distinct().Count());
        Assert.All(items, item => Assert.DoesNotContain(item.Basis, (string[])["M", "D1"]));
        Assert.Equal(4, items.Select(item => item.Category).Distinct().Count());
    }

    [Theory]
    [InlineData("citations: [eco-code#250] }", "citations: [eco-code#2500] }", "article not listed")]
    [InlineData("venues: [inn], part: 院子, ask: 炭灰", "venues: [motel], part: 院子, ask: 炭灰", "unknown venue \"motel\"")]
    [InlineData("by: 动工前", "by: 随便", "\"by\" is \"随便\"")]
    [InlineData("- { id: ash,", "- { id: water,", "the id \"water\" is given twice")]
    [InlineData(", penalties: [food-waste-law#28/over-ordering] }", ", penalties: [food-waste-law#28/none] }", "unknown fine")]
    public void A_slip_is_named_with_the_way_to_mend_it(string right, string wrong, string what)
    {
        var problems = TestContent.ProblemsAfter(Check, text => text.Replace(right, wrong, StringComparison.Ordinal));
        var problem = problems.First(p => p.What.Contains(what, StringComparison.Ordinal));
        Assert.Equal(Check, problem.File);
        Assert.NotEmpty(problem.HowToMend);
    }

    [Fact]
    public void A_question_without_a_citation_is_refused() => Assert.Contains(
        TestContent.ProblemsAfter("data/inns/today.yaml", text => text.Replace("    citations: [eco-code#514]\n", "", StringComparison.Ordinal)),
        p => p.What == "no citation");

    [Fact]
    public void The_quiz_refuses_a_thing_that_goes_into_none_of_the_four_bins() => Assert.Contains(
        TestContent.ProblemsAfter("data/inns/quiz.yaml", text => text.Replace("yan-tou", "chuang-dian", StringComparison.Ordinal)),
        p => p.What.Contains("\"chuang-dian\"", StringComparison.Ordinal));
}
