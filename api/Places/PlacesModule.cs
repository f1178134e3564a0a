using Jizhou.Public.Api.Places.Areas;
using Jizhou.Public.Api.Places.Changes;
using Jizhou.Public.Api.Places.Clusters;
using Jizhou.Public.Api.Places.Coverage;
using Jizhou.Public.Api.Places.Editing;
using Jizhou.Public.Api.Places.Exports;
using Jizhou.Public.Api.Places.Features;
using Jizhou.Public.Api.Places.Geo;
using Jizhou.Public.Api.Places.Import;
using Jizhou.Public.Api.Places.Import.ConsolePages;
using Jizhou.Public.Api.Places.Import.Templates;
using Jizhou.Public.Api.Places.Pages;
using Jizhou.Public.Api.Places.Photos;
using Jizhou.Public.Api.Places.Samples;
using Jizhou.Public.Api.Places.Terminals;
using Jizhou.Public.Api.Platform.Geodata;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Security;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places;

/// <summary>Where to take what: the places, found from anywhere.</summary>
public static class PlacesModule
{
    /// <summary>Registers places.</summary>
    public static void AddPlaces(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(provider => Words(provider.GetRequiredService<ContentFolder>()));
        services.AddSingleton(provider => Outline.Of(provider.GetRequiredService<ContentFolder>().Geo));
        services.AddSingleton<PlaceStore>();
        services.AddSingleton<ChangeStore>();
        services.AddSingleton<TerminalStore>();
        services.AddSingleton<ImportStore>();
        services.AddSingleton<ImportPlaces>();
        services.AddSingleton<PlacePhotoStore>();
        services.AddSingleton<IExpiringData, ErasePhotos>();
        services.AddSingleton<AreaStore>();
        services.AddSingleton<ImportAreas>();
        services.AddSingleton<CurrentAreas>();
        services.AddImportsConsole();
        services.AddPlacesEditing();
        services.AddSingleton<CurrentPlaces>();
        services.AddSingleton<PlacePages>();
        services.AddSingleton<PlacePageText>();
        services.AddSingleton<SitemapFiles>();
        services.AddSingleton(provider => new DistrictPicture(provider.GetRequiredService<ContentFolder>().Geo, builder.Configuration));
        services.AddSingleton<CurrentChanges>();
        services.AddSingleton<IFeatureCollection, PlaceFeatures>();
        services.AddSingleton<IFeatureCollection, ChangeFeatures>();
        services.AddSingleton<IFeatureCollection, TownshipFeatures>();
        services.AddSingleton<CurrentCoverage>();
        services.AddHostedService<StartPlaces>();
        services.AddCommand("import", ImportCommand.Usage, ImportCommand.RunAsync);
        services.AddCommand("export", ExportPages.Usage, ExportPages.RunAsync);
        services.AddSingleton(new Command("samples", GenerateSamples.Usage, UsesDatabase: false, GenerateSamples.RunAsync));
    }

    /// <summary>Maps the operations.</summary>
    public static void MapPlaces(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").WithTags("places");
        ListMaterials.Map(api);
        ExportGeoJson.Map(api);
        ExportCsv.Map(api);
        GetCoverage.Map(api);
        ExportCoverageCsv.Map(api);

        var places = api.MapGroup("/places");
        FindNearby.Map(places);
        ListPlaces.Map(places);
        ListClusters.Map(places);
        ListChanges.Map(places);
        GetTemplate.Map(places);
        GetPlace.Map(places);
        GetPhoto.Map(places);
        ListAreas.Map(api.MapGroup("/areas"));
        PutStatus.Map(api.MapGroup("/terminals"));

        ShowCoverage.Map(app);
        ShowPlace.Map(app);
        ShowTownship.Map(app);
        ShowSitemap.Map(app);
        app.MapImportsConsole();
        app.MapPlacesEditing();
    }

    private static PlaceWords Words(ContentFolder content) => new(content.Places, content.Geo, content.Calendar);
}
