namespace Jizhou.Public.Api.Platform.Hosting.Portal;

/// <summary>Serves the built site beside the API.</summary>
public static class PortalModule
{
    /// <summary>Registers the site's folder.</summary>
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PortalAddress>();
        builder.Services.AddSingleton<OwnerMarks>();
        builder.Services.AddSingleton(services => new PortalFiles(
            Settings.PortalFolder.FolderOf(builder.Configuration, AppContext.BaseDirectory), services.GetRequiredService<OwnerMarks>()));
        builder.Services.AddSingleton<PortalPages>();
        builder.Services.AddSingleton<PortalSheet>();
        builder.Services.AddSingleton<PortalTemplates>();
        builder.Services.AddSingleton<RenderPart>();
        builder.Services.AddSingleton<FramedPage>();
    }

    /// <summary>Answers what no endpoint claims and the site has.</summary>
    public static void UsePortal(this WebApplication app) => app.UseMiddleware<ServePortal>();
}
