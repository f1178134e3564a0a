using System.Globalization;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Content;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Places.Import.ConsolePages;

/// <summary>GET /console/imports/{id}/ — the step at which an upload stands: progress, datum, words, report, result.</summary>
public static class ShowUpload
{
    /// <summary>Maps the page.</summary>
    public static void Map(IEndpointRouteBuilder imports) => imports.MapGet("/{id:length(24)}/", HandleAsync);

    /// <summary>The address of an upload.</summary>
    public static string Address(Upload upload) => $"/console/imports/{upload.Note.Id}/";

    /// <summary>Shows the step.</summary>
    public static async Task<IResult> HandleAsync(string id, HttpContext http, UploadDesk desk, ContentFolder content, CancellationToken cancellationToken)
    {
        if (desk.Find(id) is not { } upload)
        {
            return Gone(http);
        }

        await desk.SettleAsync(upload, cancellationToken);
        var note = upload.Note;
        switch (note.State)
        {
            case UploadState.AsksDatum:
                return Page<DatumPage>(http, upload, content);
            case UploadState.AsksWords when upload.Result is not null:
                return Page<WordsPage>(http, upload, content);
            case UploadState.Report when upload.Result is not null:
                return Page<ReportPage>(http, upload, content, ("List", http.Request.Query["list"].ToString()), ("Number", PageOf(http)));
            case UploadState.Done:
                return Page<DonePage>(http, upload, content);
            case UploadState.Failed:
                return Page<FailedPage>(http, upload, content);
            default:
                http.Response.Headers["Refresh"] = "3"; // a header, so that no script is needed
                return Page<ProgressPage>(http, upload, content);
        }
    }

    /// <summary>The page for an upload that is not there any more.</summary>
    public static IResult Gone(HttpContext http) => ConsolePage.Show<UploadGonePage>(http, new Dictionary<string, object?>(), StatusCodes.Status404NotFound);

    private static RazorComponentResult<T> Page<T>(HttpContext http, Upload upload, ContentFolder content, params (string Name, object? Value)[] more)
        where T : IComponent
    {
        var parameters = new Dictionary<string, object?> { ["Upload"] = upload, ["Content"] = content };
        foreach (var (name, value) in more)
        {
            parameters[name] = value;
        }

        return ConsolePage.Show<T>(http, parameters);
    }

    private static int PageOf(HttpContext http) => int.TryParse(http.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1;
}
