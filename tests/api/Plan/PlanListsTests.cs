using Jizhou.Public.ApiTests.Platform.Http;

namespace Jizhou.Public.ApiTests.Plan;

public sealed class PlanListsTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Theory]
    [InlineData("measures", 92, "C3_1_1")]
    [InlineData("projects", 17, "Z1_1")]
    [InlineData("figures", 23, "F01")]
    [InlineData("inconsistencies", 21, "X01")]
    public async Task Each_list_is_whole_and_cites_the_plan(string list, int count, string first)
    {
        var answer = await server.GetJsonAsync($"/api/v1/plan/{list}");
        Assert.Equal(count, answer.GetProperty("items").GetArrayLength());
        Assert.Contains(first, answer.GetProperty("items").Texts("id"));
        Assert.Equal("jizhou-plan", answer.GetProperty("citation").GetProperty("id").GetString());
        await server.IsOpenDataAsync($"/api/v1/plan/{list}");
    }

    [Fact]
    public async Task The_four_footnotes_are_there()
    {
        var answer = await server.GetJsonAsync("/api/v1/plan/footnotes");
        Assert.Equal(["小循环", "中循环", "大循环", "林业三剩物"], answer.GetProperty("items").Texts("term"));
    }

    [Fact]
    public async Task A_department_finds_what_it_answers_for()
    {
        var departments = (await server.GetJsonAsync("/api/v1/plan/departments")).GetProperty("items").EnumerateArray();
        var management = departments.Single(d => d.GetProperty("id").GetString() == "city-management");
        Assert.Equal((2, 15, 5), (management.GetProperty("indicators").GetArrayLength(), management.GetProperty("sections").GetArrayLength(), management.GetProperty("projects").GetArrayLength()));
        var projects = await server.GetJsonAsync("/api/v1/plan/projects?department=city-management");
        Assert.Equal(5, projects.GetProperty("items").GetArrayLength());
        var measures = (await server.GetJsonAsync("/api/v1/plan/measures?department=city-management")).GetProperty("items");
        Assert.Equal(15, measures.Texts("sectionId").Distinct().Count());
    }

    [Fact]
    public async Task An_unknown_department_is_refused()
    {
        using var answer = await server.Http.GetAsync("/api/v1/plan/measures?department=nasa");
        await Problems.ReadAsync(answer, 400, "unknown_department");
    }

    [Fact]
    public async Task The_plan_says_that_its_day_of_issue_is_not_known()
    {
        var plan = await server.GetJsonAsync("/api/v1/plan");
        Assert.Equal("2021-2025", plan.GetProperty("period").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, plan.GetProperty("issuedOn").ValueKind);
        Assert.Equal(92, plan.GetProperty("counts").GetProperty("measures").GetInt32());
    }
}
