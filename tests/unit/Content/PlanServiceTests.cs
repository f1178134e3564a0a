using Jizhou.Public.Content;

namespace Jizhou.Public.UnitTests.Content;

/// <summary>What the portal does for the plan: every measure and project is decided about, and no link leads nowhere.</summary>
public sealed class PlanServiceTests
{
    private const string File = "data/plan/services.yaml";

    [Fact]
    public void What_serves_a_measure_is_found_and_what_serves_none_is_empty()
    {
        var services = TestContent.Real.PlanServices;
        Assert.Equal("/farm/ledger/", Assert.Single(services.Of("C5_3_3")).Page);
        Assert.Empty(services.Of("C4_1_1"));
    }

    [Theory]
    [InlineData("page: /farm/ledger/", "page: /farm/ledgers/", "no page \"/farm/ledgers/\"")]
    [InlineData("for: [C5_3_3]", "for: [C5_3_9]", "the plan has no \"C5_3_9\"")]
    [InlineData("for: [C5_3_3]", "for: [C5_3_9]", "nothing is said about \"C5_3_3\"")]
    [InlineData("for: [C5_3_3]", "for: [C5_3_3, C4_1_1]", "\"C4_1_1\" is served and not offered")]
    public void A_wrong_mapping_stops_the_build(string old, string now, string what) =>
        Assert.Contains(TestContent.ProblemsAfter(File, text => text.Replace(old, now, StringComparison.Ordinal)), problem => problem.File == File && problem.What == what);

    [Fact]
    public void The_parts_of_the_offices_hold_every_project_and_section()
    {
        var parts = TestContent.Real.Offices.All.Select(office => OfficePart.Of(office, TestContent.Real)).ToList();
        Assert.Equal(TestContent.Real.Plan.Projects.Select(project => project.Id).Order(), parts.SelectMany(part => part.Projects).Select(project => project.Id).Distinct().Order());
        Assert.Equal(TestContent.Real.Plan.Sections.Select(section => section.Id).Order(), parts.SelectMany(part => part.Sections).Select(section => section.Id).Distinct().Order());
    }
}
