namespace Jizhou.Public.Api.Plastics;

/// <summary>Who may hand out which plastics, and since when.</summary>
public static class PlasticsModule
{
    /// <summary>Maps the feature.</summary>
    public static void MapPlastics(this IEndpointRouteBuilder app)
    {
        var plastics = app.MapGroup("/api/v1/plastics").WithTags("plastics");
        CheckPlastics.Map(plastics);
        ListRules.Map(plastics);
        ListBusinesses.Map(plastics);
        ListProducts.Map(plastics);
    }
}
