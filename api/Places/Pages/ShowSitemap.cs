using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Places.Pages;

/// <summary>GET /sitemap.xml and, for very many places, its parts.</summary>
public static class ShowSitemap
{
    /// <summary>Maps the files.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sitemap.xml", (HttpContext context, SitemapFiles files) => Handle("sitemap.xml", context, files)).ExcludeFromDescription();
        app.MapGet("/sitemap-{part:regex(^(site|places-[0-9]+)$)}.xml", (string part, HttpContext context, SitemapFiles files) =>
            Handle($"sitemap-{part}.xml", context, files)).ExcludeFromDescription();
    }

    private static Task Handle(string name, HttpContext context, SitemapFiles files)
    {
        if (files.Find(name) is not { } file)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return ConditionalGet.IsHeldByClient(context, file.Version) ? Task.CompletedTask : PageAnswer.WriteAsync(context, file.Xml, "application/xml; charset=utf-8");
    }
}
