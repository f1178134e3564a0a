namespace Jizhou.Public.Content;

/// <summary>What the plan gives one office.</summary>
/// <param name="Indicators">Its indicators.</param>
/// <param name="Sections">Sections whose measures it answers for, together with others.</param>
/// <param name="Projects">Its projects.</param>
public sealed record OfficePart(IReadOnlyList<Indicator> Indicators, IReadOnlyList<PlanSection> Sections, IReadOnlyList<PlanProject> Projects)
{
    /// <summary>The part of an office.</summary>
    public static OfficePart Of(Office office, ContentFolder content) => new(
        [.. content.Indicators.Where(indicator => Names(indicator.Departments, office))],
        [.. content.Plan.Sections.Where(section => Names(section.Departments, office))],
        [.. content.Plan.Projects.Where(project => Names(project.Departments, office))]);

    private static bool Names(IReadOnlyList<OfficeMention> mentions, Office office) => mentions.Any(mention => mention.Id == office.Id);
}
