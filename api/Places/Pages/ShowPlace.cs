using System.Globalization;
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
        string id, HttpContext context, CurrentPlaces places, PlacePages pages, PlacePageText text, PortalFiles files, PortalPages portal, PortalAddress address, TimeProvider time)
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
            return pages.Standing is { } page ? Send(context, snapshot, entry, page, text, time.GetUtcNow(), canonical) : PageAnswer.NotBuiltAsync(context);
        }

        if (snapshot.FindRemoved(id) is { } removed)
        {
            return pages.Gone is { } page ? SendGone(context, snapshot, removed, page.Template, canonical) : PageAnswer.NotBuiltAsync(context);
        }

        return PageAnswer.NotFoundAsync(context, portal, PlaceRefusals.NotFound(id));
    }

    private static Task Send(
        HttpContext context, PlaceSnapshot snapshot, PlaceEntry entry, (PageTemplate Template, string Tag) page, PlacePageText text,
        DateTimeOffset moment, string canonical)
    {
        var now = entry.Now(moment);
        var day = moment.ToOffset(TimeSpan.FromHours(8)).Date.ToString("yyyyMMdd", CultureInfo.InvariantCulture); // the week begins today
        if (ConditionalGet.IsHeldByClient(context, $"{snapshot.Version}-{now.Hash:x}-{day}-{page.Tag}"))
        {
            return Task.CompletedTask;
        }

        return PageAnswer.WriteAsync(context, page.Template.Fill(text.Of(snapshot, entry, moment, canonical)));
    }

    private static Task SendGone(HttpContext context, PlaceSnapshot snapshot, RemovedPlace place, PageTemplate template, string canonical)
    {
        context.Response.StatusCode = StatusCodes.Status410Gone;
        context.Response.Headers.CacheControl = "no-cache";
        var replacement = place.ReplacedBy is { } next ? snapshot.Find(next)?.Place.Name : null;
        return PageAnswer.WriteAsync(context, template.Fill(PlacePageText.OfGone(place, replacement, canonical)));
    }
}
