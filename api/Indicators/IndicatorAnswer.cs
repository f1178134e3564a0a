using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Indicators;

/// <summary>An indicator as it goes over the wire (architecture §7).</summary>
public sealed record IndicatorAnswer(string Id, int No, string Group, string Name, string Unit, bool Cumulative,
    FigureAnswer Baseline, FigureAnswer Target, IReadOnlyList<ObservationAnswer> Observations,
    string Attribute, IReadOnlyList<OfficeMention> Departments, Citation Citation, string? Note)
{
    /// <summary>The wire form of an indicator.</summary>
    public static IndicatorAnswer Of(Indicator indicator) => new(indicator.Id, indicator.No, indicator.Group, indicator.Name, indicator.Unit,
        indicator.Cumulative, FigureAnswer.Of(indicator.Baseline), FigureAnswer.Of(indicator.Target),
        [.. indicator.Observations.Select(o => ObservationAnswer.Of(o))],
        indicator.Attribute, indicator.Departments, indicator.Citation, indicator.Note);
}

/// <summary>A figure of the plan's table.</summary>
/// <param name="Year">Year it is for.</param>
/// <param name="Period">The five years it sums up; null for a single year.</param>
/// <param name="Raw">The plan's own words.</param>
/// <param name="Value">The number; null for words and for none.</param>
/// <param name="Op"><c>=</c> or <c>&gt;=</c>; null without a number.</param>
public sealed record FigureAnswer(int Year, string? Period, string Raw, decimal? Value, string? Op)
{
    /// <summary>The wire form of a figure.</summary>
    public static FigureAnswer Of(IndicatorFigure figure) => new(figure.Year, figure.Period, figure.Raw, figure.Value, figure.Op);
}

/// <summary>What is known of one year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Value">The published value; null when none is.</param>
/// <param name="Status"><c>published</c> or <c>not-published</c>.</param>
/// <param name="CheckedOn">Day on which it was last looked for.</param>
/// <param name="Citation">Where it was published; null when it was not.</param>
/// <param name="Message">In plain words what a reader must not mistake it for; null when there is nothing to say.</param>
public sealed record ObservationAnswer(int Year, decimal? Value, string Status, DateOnly CheckedOn, Citation? Citation, string? Message)
{
    /// <summary>The wire form of a recorded year.</summary>
    public static ObservationAnswer Of(IndicatorObservation observation, string? message = null) =>
        new(observation.Year, observation.Value, observation.Status, observation.CheckedOn, observation.Citation, message);
}
