using Jizhou.Public.Content;
using Jizhou.Public.Site.Bodies;
using Jizhou.Public.Site.Pages;

namespace Jizhou.Public.Site.Pipelines;

/// <summary>/plan/… — the plan by chapter, by department, its projects, figures and contradictions, and every measure on one page.</summary>
public static class PlanPages
{
    private static readonly string[] Onward = ["/plan/", "/plan/departments/", "/plan/projects/", "/data/indicators/"];

    /// <summary>The pages.</summary>
    public static IEnumerable<SitePage> Run(ContentFolder content) =>
    [
        Page<MeasuresBody>(content, "/plan/measures/", "规划里的措施",
            $"《{content.Plan.Title}》的 {content.Plan.Measures.Count()} 条措施，按章节列出，写明负责部门。", Plan(content), Services(content)),
        Page<PlanProjectsBody>(content, "/plan/projects/", "规划里的项目",
            $"六个专栏的 {content.Plan.Projects.Count()} 个项目：打算做什么，谁负责，本站能帮上什么。", Plan(content), Services(content)),
        Page<PlanFiguresBody>(content, "/plan/figures/", "规划里的数字和注", "规划正文里的数字、脚注和回收品种，写明出处和年份。", Plan(content)),
        Page<PlanInconsistenciesBody>(content, "/plan/inconsistencies/", "规划里对不上的地方",
            $"规划里 {content.Plan.Inconsistencies.Count} 处前后不一或已被法律改过的地方，和本站的处理办法。", Plan(content)),
        .. Chapters(content.Plan).Select(one => Page<PlanChapterBody>(content, one.Address, one.Chapter,
            $"规划“{one.Chapter}”一章的措施和项目，写明负责部门和本站能帮上什么。", Plan(content), Services(content), (nameof(PlanChapterBody.Chapter), one.Chapter))),
        .. Offices(content),
    ];

    /// <summary>The chapters that hold measures; the number in the address is the chapter's own, so that it never changes.</summary>
    public static IReadOnlyList<(string Address, string Chapter)> Chapters(DistrictPlan plan) =>
        [.. plan.Sections.Select(section => ($"/plan/chapter-{section.Id[1]}/", section.Chapter)).Distinct()];

    private static IEnumerable<SitePage> Offices(ContentFolder content)
    {
        List<(Office Office, OfficePart Part)> offices = [.. content.Offices.All.Where(office => office.Kind != "portal").Select(office => (office, OfficePart.Of(office, content)))];
        var citation = ("Citation", (object?)content.Plan.Citation);
        return
        [
            Page<PlanOfficesBody>(content, "/plan/departments/", "规划里的部门", "规划点名的部门，一个部门一页：负责哪些指标、措施和项目。",
                (nameof(PlanOfficesBody.Offices), offices), citation),
            .. offices.Select(one => Page<PlanOfficeBody>(content, $"/plan/departments/{one.Office.Id}/", $"{one.Office.Name}：规划里负责什么",
                $"{one.Office.Name}在循环经济规划里负责的指标、措施和项目，和本站能帮上什么。",
                (nameof(PlanOfficeBody.Office), one.Office), (nameof(PlanOfficeBody.Part), one.Part), Services(content), citation)),
        ];
    }

    private static (string, object?) Plan(ContentFolder content) => ("Plan", content.Plan);

    private static (string, object?) Services(ContentFolder content) => ("Services", content.PlanServices);

    private static SitePage Page<TBody>(ContentFolder content, string address, string title, string summary, params (string Name, object? Value)[] parameters) => new()
    {
        Address = address,
        Title = title,
        Summary = summary,
        Body = typeof(TBody),
        Parameters = parameters.Append(("Links", Onward.Where(link => link != address).Select(link => Titles.Link(link, content)).ToList()))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal),
    };
}
