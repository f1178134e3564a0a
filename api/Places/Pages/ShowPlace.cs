using System.Text;
using Jizhou.Public.Api.Platform.Hosting.Portal;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Places.Pages;

/// <summary>
/// GET /places/{id}/ — the page of a place, complete without JavaScript: the site's template, filled from the snapshot. A removed
/// place answers 410 in words; a page of the site at the same address goes first.
/// </summary>
public static class ShowPlace
{
    /// <summary>Maps the page. Ids hold no dot, so files below /places/ stay files.</summary>
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/places/{id:regex(^[^.]+$)}", Handle).ExcludeFromDescription();

    private static Task Handle(
        string id, HttpContext context, CurrentPlaces places, PlacePages pages, PortalFiles files, PortalPages portal, PortalAddress address, TimeProvider time)
    {
        var path = context.Request.Path.Value!;
        if (!path.EndsWith('/'))
        {
            context.Response.Redirect($"{context.Request.PathBase}{context.Request.Path.ToUriComponent()}/{context.Request.QueryString}", permanent: true);
            return Task.CompletedTask;
        }

        if (files.TryFind(path, out var file))
        {
            return portal.SendAsync(context, file);
        }

        var snapshot = places.Snapshot;
        var canonical = $"{address.Public}/places/{Uri.EscapeDataString(id)}/";
        if (snapshot.Find(id) is { } entry)
        {
            return pages.Standing is { } page ? Send(context, snapshot, entry, page, time.GetUtcNow(), canonical) : NotBuilt(context);
        }

        if (snapshot.FindRemoved(id) is { } removed)
        {
            return pages.Gone is { } page ? SendGone(context, snapshot, removed, page.Template, canonical) : NotBuilt(context);
        }

        return NotFound(context, portal, id);
    }

    private static Task Send(
        HttpContext context, PlaceSnapshot snapshot, PlaceEntry entry, (PageTemplate Template, string Tag) page, DateTimeOffset moment, string canonical)
    {
        var now = entry.Now(moment);
        if (ConditionalGet.IsHeldByClient(context, $"{snapshot.Version}-{now.Hash:x}-{page.Tag}"))
        {
            return Task.CompletedTask;
        }

        return WriteAsync(context, page.Template.Fill(PlacePageText.Of(entry, now, moment, snapshot.Words, canonical)));
    }

    private static Task SendGone(HttpContext context, PlaceSnapshot snapshot, RemovedPlace place, PageTemplate template, string canonical)
    {
        context.Response.StatusCode = StatusCodes.Status410Gone;
        context.Response.Headers.CacheControl = "no-cache";
        var replacement = place.ReplacedBy is { } next ? snapshot.Find(next)?.Place.Name : null;
        return WriteAsync(context, template.Fill(PlacePageText.OfGone(place, replacement, canonical)));
    }

    private static async Task NotFound(HttpContext context, PortalPages portal, string id)
    {
        if (!await portal.TrySendNotFoundAsync(context))
        {
            await PlaceRefusals.NotFound(id).ToProblem().ExecuteAsync(context);
        }
    }

    private static Task NotBuilt(HttpContext context) =>
        PlatformRefusals.NotReady.Because("网站还没有生成，请稍后再试。").ToProblem().ExecuteAsync(context);

    private static async Task WriteAsync(HttpContext context, string html)
    {
        var bytes = Encoding.UTF8.GetBytes(html);
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
