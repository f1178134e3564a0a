using Jizhou.Public.Api.Platform.Hosting.Portal;

namespace Jizhou.Public.UnitTests.Platform.Hosting;

public sealed class PageTemplateTests
{
    [Fact]
    public void Text_is_escaped_and_fragments_are_not()
    {
        var template = new PageTemplate("<h1>{{name}}</h1>{{{body}}}<p title=\"{{name}}\">{{ kept }}</p>");
        Assert.Equal(["name", "body"], template.Tokens);
        Assert.Equal(
            "<h1>&lt;纸&gt;&quot;</h1><b>好</b><p title=\"&lt;纸&gt;&quot;\">{{ kept }}</p>",
            template.Fill(new Dictionary<string, string> { ["name"] = "<纸>\"", ["body"] = "<b>好</b>" }));
    }

    [Fact]
    public void What_is_filled_in_is_not_read_as_a_gap_again() =>
        Assert.Equal("{{{body}}}", new PageTemplate("{{{name}}}").Fill(new Dictionary<string, string> { ["name"] = "{{{body}}}", ["body"] = "x" }));

    [Fact]
    public void A_gap_that_nobody_fills_is_a_bug() =>
        Assert.Throws<KeyNotFoundException>(() => new PageTemplate("{{nobody}}").Fill(new Dictionary<string, string>()));
}
