using Jizhou.Public.Api.Platform.Http;
using Microsoft.Net.Http.Headers;

namespace Jizhou.Public.Api.Places.Photos;

/// <summary>
/// GET /api/v1/places/{id}/photo/{hash} — the photo a place shows. The address names the content, so it may be kept for ever; one that is not shown
/// any more answers 404.
/// </summary>
public static class GetPhoto
{
    /// <summary>Maps the address. It is found in answers about a place, not made up, and no sample has one: so it is described with those answers.</summary>
    public static void Map(IEndpointRouteBuilder places) => places.MapGet("/{id}/photo/{hash}", HandleAsync).ExcludeFromDescription();

    private static async Task<IResult> HandleAsync(
        string id, string hash, HttpContext http, CurrentPlaces places, PlacePhotoStore store, CancellationToken cancellationToken)
    {
        if (places.Snapshot.Find(id)?.Place.Photo?.Url != PlacePhotoStore.Address(id, hash)
            || await store.FindAsync(id, hash, cancellationToken) is not { } photo)
        {
            return PlaceRefusals.NoPhoto(id).ToProblem();
        }

        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(photo.Bytes, photo.MediaType, entityTag: new EntityTagHeaderValue($"\"{hash}\""));
    }
}
