using Jizhou.Public.Api.Sorting;
using Jizhou.Public.UnitTests.Content;

namespace Jizhou.Public.UnitTests.Sorting;

public sealed class MeasureAnswersTests
{
    private static readonly SortingSnapshot Snapshot = SortingSnapshot.Build(TestContent.Real);

    [Theory]
    [InlineData("奶茶杯,可回收物", MeasureAnswers.Outcome.Exact)]
    [InlineData("奶茶杯\t干垃圾", MeasureAnswers.Outcome.Wrong)]
    [InlineData("燕窝罐,recyclable", MeasureAnswers.Outcome.Probable)]
    [InlineData("沙发,其他垃圾", MeasureAnswers.Outcome.OwnWay)]
    [InlineData("魑魅鼗,湿垃圾", MeasureAnswers.Outcome.NotFound)]
    [InlineData("废电池,1", MeasureAnswers.Outcome.Exact)]
    public void A_line_of_a_list_is_judged(string line, MeasureAnswers.Outcome outcome) =>
        Assert.Equal(outcome, Assert.Single(MeasureAnswers.Measure(MeasureAnswers.Read([line], "0=recyclable,1=hazardous"), Snapshot)).Outcome);

    [Fact]
    public void A_heading_and_unknown_categories_are_passed_over() => Assert.Empty(MeasureAnswers.Read(["item,category", "床垫,某某", "", "只有一格"], ""));

    [Fact]
    public void The_fact_sheet_s_own_words_are_all_answered_as_it_says()
    {
        var list = TestContent.Real.Sorting.Items.Where(i => i.File == "data/sorting/items.yaml").SelectMany(i => i.Aliases.Prepend(i.Name).Select(n => (n, i.Category)));
        Assert.All(MeasureAnswers.Measure(list, Snapshot), line => Assert.Equal(MeasureAnswers.Outcome.Exact, line.Outcome));
    }
}
