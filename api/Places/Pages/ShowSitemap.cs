using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Places.Pages;

/// <summary>GET /sitemap.xml and, for very many places, its parts.</summary>
public static class ShowSitemap
{
    private const int MostParts = 100; // five million places

    /// <summary>
    /// Maps the files by name. A pattern with a gap would stand for every address of one segment, and DELETE /nowhere would be told that GET is allowed there.
    /// </summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var parts = Enumerable.Range(1, MostParts).Select(part => $"sitemap-places-{part}.xml");
        foreach (var name in parts.Prepend("sitemap-site.xml").Prepend("sitemap.xml"))
        {
            app.MapGet("/" + name, (HttpContext context, SitemapFiles files) => Handle(name, context, files)).ExcludeFromDescription();
        }
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
