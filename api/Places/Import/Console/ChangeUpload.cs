using Jizhou.Public.Content;

namespace Jizhou.Public.Api.Places.Import.ConsolePages;

/// <summary>POST /console/imports/{id}/datum/, settings/ and drop/ — says more about a file and reads it again, or throws it away.</summary>
public static class ChangeUpload
{
    /// <summary>Maps the forms.</summary>
    public static void Map(IEndpointRouteBuilder imports)
    {
        imports.MapPost("/{id:length(24)}/datum/", ChooseDatumAsync);
        imports.MapPost("/{id:length(24)}/settings/", ChangeSettingsAsync);
        imports.MapPost("/{id:length(24)}/same/", MergeAsync);
        imports.MapPost("/{id:length(24)}/drop/", Drop);
    }

    /// <summary>Takes the datum that somebody chose; blank asks again.</summary>
    public static async Task<IResult> ChooseDatumAsync(string id, HttpContext http, UploadDesk desk, CancellationToken cancellationToken)
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var chosen = form["crs"].ToString() is "other" ? form["other"].ToString().Trim() : form["crs"].ToString();
        return await AgainAsync(id, http, desk, note => note with { Crs = chosen.Length == 0 ? null : chosen }, cancellationToken);
    }

    /// <summary>Takes other settings.</summary>
    public static async Task<IResult> ChangeSettingsAsync(string id, HttpContext http, UploadDesk desk, ContentFolder content, CancellationToken cancellationToken)
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var settings = UploadSettings.Of(form.ToDictionary(field => field.Key, field => (string[])[.. field.Value.Select(value => value ?? "")], StringComparer.Ordinal));
        if (settings.Problem() is { } problem && desk.Find(id) is { } upload)
        {
            upload.TryMove([UploadState.Failed, UploadState.Report, UploadState.AsksDatum, UploadState.AsksWords], note => note with { State = UploadState.Failed, Problem = problem });
            return TypedResults.LocalRedirect(ShowUpload.Address(upload));
        }

        return await AgainAsync(id, http, desk, note => note with { Settings = settings, Crs = note.Problem is null ? note.Crs : null }, cancellationToken);
    }

    /// <summary>Takes new places as the same as others, which the report named as likely duplicates.</summary>
    public static async Task<IResult> MergeAsync(string id, HttpContext http, UploadDesk desk, CancellationToken cancellationToken)
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        var pairs = form["same"].OfType<string>().Select(pair => pair.Split('=')).Where(pair => pair.Length == 2).ToList();
        return await AgainAsync(id, http, desk, note => note with { Choices = note.Choices with { Same = Add(note.Choices.Same, pairs) } }, cancellationToken);
    }

    /// <summary>Throws it away.</summary>
    public static IResult Drop(string id, UploadDesk desk)
    {
        if (desk.Find(id) is { } upload)
        {
            desk.Drop(upload);
        }

        return TypedResults.LocalRedirect("/console/imports/");
    }

    private static Dictionary<string, string> Add(IReadOnlyDictionary<string, string> before, List<string[]> pairs)
    {
        var same = new Dictionary<string, string>(before, StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            same[pair[0]] = pair[1];
        }

        return same;
    }

    /// <summary>Changes the note, reads the file again and leads to its page. While it is busy nothing changes.</summary>
    internal static async Task<IResult> AgainAsync(string id, HttpContext http, UploadDesk desk, Func<UploadNote, UploadNote> change, CancellationToken cancellationToken)
    {
        if (desk.Find(id) is not { } upload)
        {
            return ShowUpload.Gone(http);
        }

        desk.TryRead(upload, change);
        await desk.SettleAsync(upload, cancellationToken);
        return TypedResults.LocalRedirect(ShowUpload.Address(upload));
    }
}
