using Jizhou.Public.Site.Build;
using Jizhou.Public.Site.Gallery;
using Jizhou.Public.Site.Pipelines;
using Jizhou.Public.UnitTests.Content;

namespace Jizhou.Public.UnitTests.Site;

/// <summary>The examples of the components: each is rendered, and none is forgotten.</summary>
public sealed class GalleryTests
{
    /// <summary>Folders without examples: they stand on every page, or are a script with the style of its page.</summary>
    private static readonly string[] SeenEverywhere = ["plastics-check", "quiz", "print-sheet", "site-header", "site-footer", "breadcrumbs", "question", "call-takers", "coverage", "item-search", "places-finder", "places-map", "booking-manage", "report-form", "qr-sheet"];

    [Fact]
    public void Every_component_folder_has_examples()
    {
        var folders = EmbeddedFiles.Find("Components/", "").Select(path => path.Split('/')[1]).Distinct().Except(SeenEverywhere).ToList();
        Assert.NotEmpty(folders);
        Assert.Empty(folders.Except(ExampleFile.ReadAll().Select(file => file.Folder)));
    }

    [Fact]
    public async Task Every_example_writes_something()
    {
        await using var renderer = new PageRenderer();
        var shown = GalleryPage.Show(TestContent.Real).SelectMany(folder => folder.Examples).ToList();
        Assert.NotEmpty(shown);
        foreach (var example in shown)
        {
            var html = example.Component is null ? example.Html : await renderer.RenderAsync(example.Component, example.Parameters);
            Assert.False(string.IsNullOrWhiteSpace(html), example.Example.Name);
        }
    }

    [Fact]
    public async Task A_component_escapes_what_it_is_given()
    {
        await using var renderer = new PageRenderer();
        var html = await renderer.RenderAsync(
            typeof(Jizhou.Public.Site.Components.Notice), new Dictionary<string, object?> { ["Text"] = "<script>演示</script>" });
        Assert.Contains("&lt;script&gt;演示", html, StringComparison.Ordinal);
    }
}
