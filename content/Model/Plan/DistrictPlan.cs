namespace Jizhou.Public.Content;

/// <summary>《蓟州区循环经济发展“十四五”规划》 as data.</summary>
public sealed record DistrictPlan
{
    /// <summary>Title without 《》.</summary>
    public required string Title { get; init; }

    /// <summary>Who issued it.</summary>
    public required string Issuer { get; init; }

    /// <summary>Its years, <c>2021-2025</c>.</summary>
    public required string Period { get; init; }

    /// <summary>Day of issue; null, because the text does not give it.</summary>
    public required DateOnly? IssuedOn { get; init; }

    /// <summary>What a reader must know about our copy.</summary>
    public required string Note { get; init; }

    /// <summary>The citation of the plan.</summary>
    public required Citation Citation { get; init; }

    /// <summary>Documents that the plan names.</summary>
    public required IReadOnlyList<string> ReferencedDocuments { get; init; }

    /// <summary>Figures that stand in the prose.</summary>
    public required IReadOnlyList<PlanFigure> Figures { get; init; }

    /// <summary>Sections that hold measures, in the plan's order.</summary>
    public required IReadOnlyList<PlanSection> Sections { get; init; }

    /// <summary>The special actions (专栏) with their projects.</summary>
    public required IReadOnlyList<PlanSpecialAction> SpecialActions { get; init; }

    /// <summary>The plan's footnotes.</summary>
    public required IReadOnlyList<PlanFootnote> Footnotes { get; init; }

    /// <summary>Places where the plan contradicts itself or time has overtaken it.</summary>
    public required IReadOnlyList<PlanInconsistency> Inconsistencies { get; init; }

    /// <summary>The two lists of materials to be recycled.</summary>
    public required IReadOnlyList<PlanMaterialList> MaterialLists { get; init; }

    /// <summary>All measures, in the plan's order.</summary>
    public IEnumerable<PlanMeasure> Measures => Sections.SelectMany(s => s.Measures);

    /// <summary>All projects, in the plan's order.</summary>
    public IEnumerable<PlanProject> Projects => SpecialActions.SelectMany(a => a.Projects);
}

/// <summary>A figure in the plan's prose.</summary>
/// <param name="Id">F01 to F23.</param>
/// <param name="Section">Where it stands, such as 一（一）.</param>
/// <param name="What">What it counts.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Op"><c>=</c> or <c>&gt;=</c>.</param>
/// <param name="Year">Year or period; null where the plan gives none.</param>
/// <param name="Quote">The plan's words.</param>
/// <param name="Topic">Code of the topic, such as <c>agriculture</c>.</param>
public sealed record PlanFigure(string Id, string Section, string What, decimal Value, string Unit, string Op, string? Year, string Quote, string Topic);

/// <summary>A section of the plan; its offices answer for all of its measures together.</summary>
/// <param name="Id">C3_1 for 三（一）.</param>
/// <param name="Chapter">Heading of the chapter.</param>
/// <param name="Title">Heading of the section.</param>
/// <param name="SourceLine">Line in the source text.</param>
/// <param name="Departments">Who answers for the section.</param>
/// <param name="Measures">What is to be done, in our words.</param>
public sealed record PlanSection(string Id, string Chapter, string Title, int SourceLine, IReadOnlyList<OfficeMention> Departments, IReadOnlyList<PlanMeasure> Measures);

/// <summary>One measure, in our words.</summary>
/// <param name="Id">C3_1_1 for the first of 三（一）.</param>
/// <param name="Summary">What is to be done.</param>
/// <param name="Anchor">A few words of the plan by which it is found.</param>
/// <param name="Tags">Whom or what it touches: resident, inn, farmer, plastic; empty for authorities and industry.</param>
public sealed record PlanMeasure(string Id, string Summary, string Anchor, IReadOnlyList<string> Tags);

/// <summary>A special action (专栏).</summary>
/// <param name="Box">Its number.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Section">Id of the section it stands in.</param>
/// <param name="Projects">Its projects.</param>
public sealed record PlanSpecialAction(int Box, string Title, string Section, IReadOnlyList<PlanProject> Projects);

/// <summary>A project of a special action.</summary>
/// <param name="Id">Z1_1 for the first of 专栏1.</param>
/// <param name="No">Its number in the action.</param>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What is to be done, in our words.</param>
/// <param name="Anchor">A few words of the plan by which it is found.</param>
/// <param name="SourceLine">Line in the source text.</param>
/// <param name="Departments">Who answers for it.</param>
/// <param name="Tags">Whom or what it touches.</param>
public sealed record PlanProject(string Id, int No, string Name, string Summary, string Anchor, int SourceLine, IReadOnlyList<OfficeMention> Departments, IReadOnlyList<string> Tags);

/// <summary>A footnote of the plan.</summary>
/// <param name="No">Its number.</param>
/// <param name="Term">The word it explains.</param>
/// <param name="Level">On which level the word is meant; null when it is not about levels.</param>
/// <param name="Summary">The explanation, in our words.</param>
/// <param name="SourceLine">Line of the footnote mark in the source text.</param>
/// <param name="Anchor">A few words of the footnote by which it is found.</param>
public sealed record PlanFootnote(int No, string Term, string? Level, string Summary, int SourceLine, string Anchor);

/// <summary>A contradiction inside the plan, or one with later law.</summary>
/// <param name="Id">X01 to X21.</param>
/// <param name="Severity">high, medium or low.</param>
/// <param name="What">What does not fit.</param>
/// <param name="First">One place.</param>
/// <param name="Second">The other place; null when the other side is not in the plan.</param>
/// <param name="Advice">What this portal does about it.</param>
public sealed record PlanInconsistency(string Id, string Severity, string What, PlanQuote First, PlanQuote? Second, string Advice);

/// <summary>A few words of the plan and where they stand.</summary>
/// <param name="Where">Place in the plan.</param>
/// <param name="Quote">The plan's words.</param>
public sealed record PlanQuote(string Where, string Quote);

/// <summary>One of the plan's lists of materials.</summary>
/// <param name="Section">Where it stands.</param>
/// <param name="Materials">The materials, as the plan calls them.</param>
public sealed record PlanMaterialList(string Section, IReadOnlyList<string> Materials);
