using Jizhou.Public.Content;

namespace Jizhou.Public.UnitTests.Content;

/// <summary>The plan as data, against what was counted in its text.</summary>
public sealed class PlanTests
{
    private static readonly DistrictPlan Plan = TestContent.Real.Plan;

    [Fact]
    public void Everything_that_was_counted_in_the_text_is_there()
    {
        Assert.Equal(23, Plan.Figures.Count);
        Assert.Equal(26, Plan.Sections.Count);
        Assert.Equal(92, Plan.Measures.Count());
        Assert.Equal(6, Plan.SpecialActions.Count);
        Assert.Equal(17, Plan.Projects.Count());
        Assert.Equal(4, Plan.Footnotes.Count);
        Assert.Equal(21, Plan.Inconsistencies.Count);
        Assert.Equal(8, Plan.ReferencedDocuments.Count);
    }

    [Fact]
    public void The_plan_uses_28_spellings_for_25_offices()
    {
        var mentions = TestContent.Real.Indicators.SelectMany(i => i.Departments)
            .Concat(Plan.Sections.SelectMany(s => s.Departments)).Concat(Plan.Projects.SelectMany(p => p.Departments)).ToList();
        Assert.Equal(28, mentions.Select(m => m.Raw).Distinct().Count());
        Assert.Equal(25, mentions.Select(m => m.Id).Distinct().Count());
        Assert.Equal(26, TestContent.Real.Offices.All.Count); // and the portal itself
    }

    [Fact]
    public void The_booking_of_furniture_and_decoration_waste_stands_in_the_plan() =>
        Assert.Contains("废旧家具、建筑装潢垃圾预约回收", Plan.Projects.Single(p => p.Id == "Z2_2").Summary, StringComparison.Ordinal);

    [Fact]
    public void The_two_lists_of_materials_have_a_union_of_eleven()
    {
        var all = Plan.MaterialLists.SelectMany(l => l.Materials).Select(m => m == "报废汽车" ? "报废机动车" : m).Distinct();
        Assert.Equal(11, all.Count());
    }

    [Fact]
    public void Every_figure_quotes_the_plan() => Assert.All(Plan.Figures, f => Assert.NotEmpty(f.Quote));

    [Fact]
    public void The_day_of_issue_is_not_invented() => Assert.Null(Plan.IssuedOn);

    [Fact]
    public void The_contradiction_about_mulch_film_is_told_with_both_places()
    {
        var contradiction = Plan.Inconsistencies.Single(x => x.Id == "X01");
        Assert.Equal(("high", "85以上"), (contradiction.Severity, contradiction.First.Quote));
        Assert.Contains("82%以上", contradiction.Second!.Quote, StringComparison.Ordinal);
    }
}
