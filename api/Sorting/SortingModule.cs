using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Sorting.Missing;
using Jizhou.Public.Api.Sorting.Missing.Operators;

namespace Jizhou.Public.Api.Sorting;

/// <summary>"What kind of waste is this, and where does it go?"</summary>
public static class SortingModule
{
    /// <summary>Registers the feature: one snapshot of the dictionary, built once.</summary>
    public static void AddSorting(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(provider => SortingSnapshot.Build(provider.GetRequiredService<Content.ContentFolder>()));
        builder.Services.AddSingleton(new MadeAhead(provider => provider.GetRequiredService<SortingSnapshot>()));
        builder.Services.AddSingleton<MissingItems>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<MissingItems>());
        builder.Services.AddCommand("missing-items", MissingItemsCommand.Usage, MissingItemsCommand.RunAsync);
        builder.Services.AddConsoleLink("/console/missing/", "查不到的东西", "居民问了、词典里没有的，补了的划掉。", 27, EditMissing.Editors);
        builder.Services.AddAuditAction(EditMissing.Settled);
        builder.Services.AddSingleton(new Command("sorting", SortingCommand.Usage, UsesDatabase: false, SortingCommand.RunAsync));
    }

    /// <summary>Maps the feature.</summary>
    public static void MapSorting(this IEndpointRouteBuilder app)
    {
        var sorting = app.MapGroup("/api/v1/sorting").WithTags("sorting");
        SearchItems.Map(sorting);
        ExportItems.Map(sorting);
        GetItem.Map(sorting);
        SuggestItems.Map(sorting);
        ListCategories.Map(sorting);
        EditMissing.Map(app);
    }
}
