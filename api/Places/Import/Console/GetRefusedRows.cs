namespace Jizhou.Public.Api.Places.Import.ConsolePages;

/// <summary>GET /console/imports/{id}/refused — the refused rows in the encoding of the file, with what is wrong in a last column.</summary>
public static class GetRefusedRows
{
    /// <summary>Maps the file.</summary>
    public static void Map(IEndpointRouteBuilder imports) => imports.MapGet("/{id:length(24)}/refused", HandleAsync);

    /// <summary>The file, or the page that says it is gone.</summary>
    public static async Task<IResult> HandleAsync(string id, HttpContext http, UploadDesk desk, CancellationToken cancellationToken)
    {
        if (desk.Find(id) is not { } upload)
        {
            return ShowUpload.Gone(http);
        }

        await desk.SettleAsync(upload, cancellationToken);
        if (upload.Result?.RefusedFile is not { } rows)
        {
            return ShowUpload.Gone(http);
        }

        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(rows, "text/csv", $"{Path.GetFileNameWithoutExtension(upload.Note.FileName)}-退回.csv");
    }
}
