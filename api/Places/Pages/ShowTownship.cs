using System.Globalization;
using Jizhou.Public.Api.Platform.Hosting.Portal;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Places.Pages;

/// <summary>GET /places/township/{code}/ — all places of a township on pages that need no JavaScript and no position.</summary>
public static class ShowTownship
{
    /// <summary>Maps the pages.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/places/township", () => TypedResults.Redirect("/places/#townships")).ExcludeFromDescription();
        app.MapGet("/places/township/{code:regex(^[0-9]+$)}/{page:int:min(1)?}", Handle).ExcludeFromDescription();
    }

    private static Task Handle(
        string code, int? page, HttpContext context, CurrentPlaces places, PlacePages templates, PortalPages portal, PortalAddress address, TimeProvider time)
    {
        var path = context.Request.Path.Value!;
        if (!path.EndsWith('/'))
        {
            context.Response.Redirect($"{context.Request.PathBase}{path}/{context.Request.QueryString}", permanent: true);
            return Task.CompletedTask;
        }

        var snapshot = places.Snapshot;
        var number = page ?? 1;
        if (snapshot.Words.Geo.Township(code) is not { } township)
        {
            return PageAnswer.NotFoundAsync(context, portal, PlaceRefusals.NoArea("township", code));
        }

        var listed = TownshipPageText.Places(snapshot, code);
        if (number > TownshipPageText.Pages(listed.Count))
        {
            return PageAnswer.NotFoundAsync(context, portal, PlaceRefusals.NoArea("township", $"{code}/{number}"));
        }

        if (templates.Township is not { } template)
        {
            return PageAnswer.NotBuiltAsync(context);
        }

        var moment = time.GetUtcNow();
        if (ConditionalGet.IsHeldByClient(context, Version(snapshot, listed, number, moment) + template.Tag))
        {
            return Task.CompletedTask;
        }

        return PageAnswer.WriteAsync(context, template.Template.Fill(TownshipPageText.Of(snapshot, township, listed, number, moment, address.Public)));
    }

    private static string Version(PlaceSnapshot snapshot, IReadOnlyList<PlaceEntry> listed, int page, DateTimeOffset moment)
    {
        var hash = default(ContentHash);
        hash.Add(snapshot.Hash);
        hash.Add(page.ToString(CultureInfo.InvariantCulture));
        foreach (var entry in listed)
        {
            hash.Add(entry.Now(moment).Hash);
        }

        return hash.ToString();
    }
}
