using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Hosting.Portal;
using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Reports.QrSheets;

/// <summary>GET /places/qr/ — the townships; GET /places/qr/{township}/ — a sheet of codes to print, twelve to an A4 page, each leads to the report form of its place.</summary>
public static class ShowQrSheet
{
    /// <summary>Codes on a page.</summary>
    public const int PerPage = 12;

    /// <summary>One code.</summary>
    /// <param name="Place">Its place.</param>
    /// <param name="Code">The code, in a square of 100.</param>
    public sealed record Card(ReportPlace Place, string Code);

    /// <summary>Maps both pages.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/places/qr/", (HttpContext http, ReportDesk desk, PortalSheet sheet, RenderPart parts) => SendAsync<QrIndex>(http, parts, new Dictionary<string, object?>
        {
            ["Sheet"] = sheet.Address,
            ["Townships"] = desk.Facts.Geo.Townships.Select(t => (t.Code, t.Name, desk.Places.InTownship(t.Code).Count)).ToList(),
        })).ExcludeFromDescription();
        app.MapGet("/places/qr/{township}", HandleAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> HandleAsync(
        string township, HttpContext http, ReportDesk desk, PortalSheet sheet, PortalAddress address, RenderPart parts, IConfiguration configuration)
    {
        if (desk.Facts.TownshipName(township) is not { } name)
        {
            return TypedResults.NotFound();
        }

        var cards = desk.Places.InTownship(township).Select(place => new Card(place, QrPicture.Of($"{address.Public}/p/{Uri.EscapeDataString(place.Id)}")));
        return await SendAsync<QrSheet>(http, parts, new Dictionary<string, object?>
        {
            ["Sheet"] = sheet.Address,
            ["Name"] = name,
            ["Address"] = address.Public,
            ["IsTrial"] = Settings.PortalBaseAddress.Of(configuration).Length == 0,
            ["Pages"] = cards.Chunk(PerPage).ToList(),
        });
    }

    private static async Task<IResult> SendAsync<T>(HttpContext http, RenderPart parts, Dictionary<string, object?> parameters)
        where T : Microsoft.AspNetCore.Components.IComponent
    {
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Text("<!DOCTYPE html>\n" + await parts.AsHtmlAsync<T>(parameters), "text/html", System.Text.Encoding.UTF8);
    }
}
