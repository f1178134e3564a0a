using Jizhou.Public.Content;
using Jizhou.Public.Site.Markdown;

namespace Jizhou.Public.UnitTests.Site;

/// <summary>A law library of one document with one article and one fine, so that goldens do not change with the law.</summary>
internal static class SmallLibrary
{
    private static readonly Citation Law = new("law", "测试法", null, new DateOnly(2026, 8, 15), null, new DateOnly(2026, 11, 22), Confidence.Official, null);

    private static readonly LegalLibrary Legal = new([new LegalDocument("law", "测试法", new Dictionary<string, string> { ["7"] = "说明" }, Law, "test", null)]);

    private static readonly PenaltyBook Penalties = new(
    [
        new Penalty("individual", Legal.Resolve("law#7"), "个人", "乱投", "拒不改正的", 10_000, 100_000, new DateOnly(2026, 8, 15), null, "一百元以上一千元以下"),
    ]);

    /// <summary>Writes a body that begins on line 10 of its file.</summary>
    public static WrittenText Write(string markdown, params string[] alsoCited) =>
        new MarkdownText(Legal, Penalties, new Dictionary<string, string> { ["holdMinutes"] = "15" }).Write(markdown, "pages/test.md", 10, alsoCited);
}
