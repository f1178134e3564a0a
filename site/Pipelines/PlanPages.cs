using Jizhou.Public.Content;
using Jizhou.Public.Site.Bodies;
using Jizhou.Public.Site.Pages;

namespace Jizhou.Public.Site.Pipelines;

/// <summary>/plan/measures/ — every measure of the plan, by chapter, with who answers for it.</summary>
public static class PlanPages
{
    private static readonly string[] Onward = ["/plan/", "/data/indicators/", "/data/"];

    /// <summary>The page.</summary>
    public static IEnumerable<SitePage> Run(ContentFolder content) =>
    [
        new()
        {
            Address = "/plan/measures/",
            Title = "规划里的措施",
            Summary = $"《{content.Plan.Title}》的 {content.Plan.Measures.Count()} 条措施，按章节列出，写明负责部门。",
            Body = typeof(MeasuresBody),
            Parameters = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(MeasuresBody.Plan)] = content.Plan,
                [nameof(MeasuresBody.Links)] = Onward.Select(address => Titles.Link(address, content)).ToList(),
            },
        },
    ];
}
