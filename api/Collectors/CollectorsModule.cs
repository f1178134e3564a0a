namespace Jizhou.Public.Api.Collectors;

/// <summary>Who may collect what, in which township.</summary>
public static class CollectorsModule
{
    /// <summary>Maps the feature.</summary>
    public static void MapCollectors(this IEndpointRouteBuilder app)
    {
        var collectors = app.MapGroup("/api/v1/collectors").WithTags("collectors");
        ListCollectors.Map(collectors);
    }
}
