using Jizhou.Public.Api.Platform.Caching;

namespace Jizhou.Public.ApiTests.Docs;

/// <summary>The caching page tells the times that are set.</summary>
public sealed class CachingPageTests
{
    [Fact]
    public void Every_kind_of_shared_answer_is_told_with_its_time()
    {
        var lines = DeveloperPages.Read("caching").Split('\n');
        Assert.All(CacheTags.Keep, pair => Assert.Contains(lines, line => line.StartsWith($"| `{pair.Key}` |", StringComparison.Ordinal)
            && line.EndsWith($"| {pair.Value.TotalSeconds} 秒 |", StringComparison.Ordinal)));
    }
}
