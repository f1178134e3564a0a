namespace Jizhou.Public.Content;

/// <summary>One of the plan's ten indicators.</summary>
/// <param name="Id">Kebab id, such as <c>reclaimed-water-use</c>.</param>
/// <param name="No">Its number in the plan's table.</param>
/// <param name="Group">资源产出指标 or 循环利用指标.</param>
/// <param name="Name">Its name, without the unit.</param>
/// <param name="Unit">Its unit, such as %.</param>
/// <param name="Cumulative">Are its figures five-year sums (written in 〔〕)?</param>
/// <param name="Baseline">The figure of 2020.</param>
/// <param name="Target">The target for 2025.</param>
/// <param name="Observations">What was published for single years; a year without a published value stands here too.</param>
/// <param name="Attribute">预期性 (expected) in all ten.</param>
/// <param name="Departments">Who answers for it, with the plan's spelling.</param>
/// <param name="Citation">The plan.</param>
/// <param name="Note">What a reader must know, such as a contradiction inside the plan; null when there is nothing.</param>
public sealed record Indicator(string Id, int No, string Group, string Name, string Unit, bool Cumulative,
    IndicatorFigure Baseline, IndicatorFigure Target, IReadOnlyList<IndicatorObservation> Observations,
    string Attribute, IReadOnlyList<OfficeMention> Departments, Citation Citation, string? Note);

/// <summary>What is known of an indicator in one year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Value">The published value; null when none is published.</param>
/// <param name="Status"><c>published</c> or <c>not-published</c>.</param>
/// <param name="CheckedOn">Day on which a person last looked for it.</param>
/// <param name="Citation">Where it was published; null when it was not.</param>
public sealed record IndicatorObservation(int Year, decimal? Value, string Status, DateOnly CheckedOn, Citation? Citation);
