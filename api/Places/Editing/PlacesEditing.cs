using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Operators;

namespace Jizhou.Public.Api.Places.Editing;

/// <summary>Editing one place in the console.</summary>
public static class PlacesEditing
{
    /// <summary>Who may.</summary>
    public static readonly string[] Editors = [Roles.Editor, Roles.Administrator];

    /// <summary>Registers the entry of the console.</summary>
    public static void AddPlacesEditing(this IServiceCollection services)
    {
        services.AddSingleton<EditStore>();
        services.AddConsoleLink("/console/places/", "修改点位", "找到一个点，改它的开放时间、换照片，或者撤下。", 22, Editors);
    }

    /// <summary>Maps the pages.</summary>
    public static void MapPlacesEditing(this IEndpointRouteBuilder app)
    {
        var places = app.MapGroup("/console/places").ExcludeFromDescription().RequireRole(Editors).ChecksForms();
        FindPlace.Map(places);
        EditHours.Map(places);
        EditPhoto.Map(places, Settings.LimitsPhotoBytes.NumberOf(app.ServiceProvider.GetRequiredService<IConfiguration>(), least: 1));
        RemovePlace.Map(places);
    }
}
