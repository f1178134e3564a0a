namespace Jizhou.Public.Api.Indicators;

/// <summary>The plan's ten indicators as open data.</summary>
public static class IndicatorsModule
{
    /// <summary>Maps the feature.</summary>
    public static void MapIndicators(this IEndpointRouteBuilder app)
    {
        var v1 = app.MapGroup("/api/v1").WithTags("indicators");
        var indicators = v1.MapGroup("/indicators");
        ListIndicators.Map(indicators);
        GetIndicator.Map(indicators);
        ListObservations.Map(indicators);
        ExportIndicatorsCsv.Map(v1);
    }
}
