using System.Diagnostics;
using Jizhou.Public.Content;

namespace Jizhou.Public.UnitTests.Content;

/// <summary>The whole folder.</summary>
public sealed class LoadTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Fact]
    public void The_real_content_has_no_problem()
    {
        var watch = Stopwatch.StartNew();
        var content = ContentFolder.Load(TestContent.Folder);
        output.WriteLine($"{watch.ElapsedMilliseconds} ms for {content.Pages.Count} pages");
        Assert.NotEmpty(content.Pages);
    }
}
