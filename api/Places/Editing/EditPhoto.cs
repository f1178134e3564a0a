using Jizhou.Public.Api.Places.Photos;
using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Api.Platform.Pictures;
using Jizhou.Public.Api.Platform.Text;
using Jizhou.Public.Content;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Jizhou.Public.Api.Places.Editing;

/// <summary>
/// GET and POST /console/places/{id}/photo/ — the photo of one place: uploaded with the words for those who do not see it, replaced, described anew,
/// taken off. Without words there is no photo.
/// </summary>
public static class EditPhoto
{
    private const int Patience = 4; // a photo that is too large must still arrive to be refused in words
    private const int LongestAlt = 150;

    private static readonly string[] SayNothing = ["照片", "图片", "图", "点位照片", "回收点", "photo", "image"];

    /// <summary>Maps page and forms.</summary>
    public static void Map(IEndpointRouteBuilder places, int photoBytes)
    {
        places.MapGet("/{id}/photo/", Show);
        places.MapPost("/{id}/photo/", HandleAsync).WithMetadata(new RequestSizeLimitAttribute(((long)photoBytes * Patience) + 65_536));
        places.MapPost("/{id}/photo/off/", TakeOffAsync);
    }

    /// <summary>The page of a place.</summary>
    public static string Address(string id) => $"/console/places/{Uri.EscapeDataString(id)}/photo/";

    private static IResult Show(string id, HttpContext http, CurrentPlaces places) =>
        places.Snapshot.Find(id) is { } entry ? Page(http, entry, entry.Place.Photo?.Alt ?? "", null) : EditHours.Missing(http);

    private static async Task<IResult> HandleAsync(
        string id, HttpContext http, CurrentPlaces places, EditStore store, PlacePhotoStore photos, IConfiguration configuration, CancellationToken cancellationToken)
    {
        if (places.Snapshot.Find(id) is not { } entry)
        {
            return EditHours.Missing(http);
        }

        var form = await http.Request.ReadFormAsync(cancellationToken);
        var file = form.Files.GetFile("photo") is { Length: > 0 } sent ? sent : null;
        if (!TryAlt(form["alt"].ToString(), out var alt, out var problem))
        {
            return Page(http, entry, form["alt"].ToString(), file is null ? problem : problem + "照片没有保存，请再选一次。");
        }

        if (file is null)
        {
            return entry.Place.Photo is null
                ? Page(http, entry, alt, "请选一张照片。")
                : await SaveAsync(http, id, store, place => place.Photo is { } photo ? place with { Photo = photo with { Alt = alt } } : place, $"“{entry.Place.Name}”的照片说明改为：{alt}", null, cancellationToken);
        }

        var (picture, why) = await ReadAsync(file, Settings.LimitsPhotoBytes.NumberOf(configuration, least: 1), cancellationToken);
        if (picture is null)
        {
            return Page(http, entry, alt, why);
        }

        var hash = PlacePhotoStore.HashOf(picture.Bytes);
        return await SaveAsync(
            http, id, store, place => place with { Photo = new PlacePhoto(PlacePhotoStore.Address(id, hash), alt) },
            $"“{entry.Place.Name}”{(entry.Place.Photo is null ? "放上" : "换了")}照片：{alt}", transaction => photos.KeepAsync(transaction, id, hash, picture), cancellationToken);
    }

    private static Task<IResult> TakeOffAsync(string id, HttpContext http, CurrentPlaces places, EditStore store, CancellationToken cancellationToken) =>
        places.Snapshot.Find(id) is { } entry
            ? SaveAsync(http, id, store, place => place with { Photo = null }, $"“{entry.Place.Name}”的照片撤下", null, cancellationToken)
            : Task.FromResult<IResult>(EditHours.Missing(http));

    private static async Task<IResult> SaveAsync(
        HttpContext http, string id, EditStore store, Func<Place, Place> edit, string title, Func<System.Data.Common.DbTransaction, Task>? with, CancellationToken cancellationToken) =>
        await store.ChangeAsync(id, edit, title, Actor.Of(http.User), cancellationToken, with)
            ? TypedResults.LocalRedirect(Address(id) + "?saved=1")
            : EditHours.Missing(http);

    private static bool TryAlt(string text, out string alt, out string problem)
    {
        var refused = new List<FieldRefusal>();
        alt = PlainText.Clean(text, "alt", "照片说明", LongestAlt, refused) ?? "";
        problem = "";
        if (refused.Count > 0)
        {
            problem = refused[0].Message;
        }
        else if (alt.Length == 0 || SayNothing.Contains(alt, StringComparer.OrdinalIgnoreCase))
        {
            problem = "请写照片说明：看不见照片的人靠它知道照片里有什么，例如“小区东门内左手边，四个分类桶，上面有雨棚”。";
        }

        return problem.Length == 0;
    }

    private static async Task<(PhotoFile? Picture, string? Why)> ReadAsync(IFormFile file, int mostBytes, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory, cancellationToken);
        try
        {
            var picture = CleanPicture.Of(memory.GetBuffer().AsSpan(0, (int)memory.Length), mostBytes);
            return TurnNote.TryWrite(picture, out var upright)
                ? (new PhotoFile(picture.MediaType, upright), null)
                : (null, "这张图片里写着要转着看，只有 JPEG 能这样。请先把它转正、另存一次再传。");
        }
        catch (RefusedException refused)
        {
            return (null, refused.Refusal.Detail);
        }
    }

    private static RazorComponentResult<EditPhotoPage> Page(HttpContext http, PlaceEntry entry, string alt, string? problem) =>
        ConsolePage.Show<EditPhotoPage>(
            http, new Dictionary<string, object?> { ["Entry"] = entry, ["Alt"] = alt, ["Problem"] = problem, ["IsSaved"] = problem is null && http.Request.Query["saved"] == "1" },
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
