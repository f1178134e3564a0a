using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.Content;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jizhou.Public.Api.Places.Import.ConsolePages;

/// <summary>GET and POST /console/imports/new/ — the form that takes a file.</summary>
public static class TakeUpload
{
    /// <summary>Maps page and form.</summary>
    public static void Map(IEndpointRouteBuilder imports)
    {
        imports.MapGet("/new/", IResult (HttpContext http, UploadDesk desk, ContentFolder content) => Show(http, desk, content, null, UploadSettings.Default));
        imports.MapPost("/new/", HandleAsync).DisableAntiforgery(); // checked in the handler before the file is read
    }

    /// <summary>Takes the file to the disk, begins to read it and leads to its page.</summary>
    public static async Task<IResult> HandleAsync(HttpContext http, UploadDesk desk, ContentFolder content, CancellationToken cancellationToken)
    {
        var folder = desk.NewFolder();
        var form = new ReceiveUpload();
        var received = Received.Stale;
        try
        {
            received = await form.ReadAsync(http, Path.Combine(folder, Upload.DataFile), desk.MostBytes, cancellationToken);
        }
        finally
        {
            if (received != Received.Whole)
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        var settings = UploadSettings.Of(form.Fields);
        if (Problem(received, settings, desk) is { } problem)
        {
            if (received == Received.Whole)
            {
                Directory.Delete(folder, recursive: true);
            }

            return Show(http, desk, content, problem, settings);
        }

        if (received == Received.Stale)
        {
            return ConsolePage.Show<StaleForm>(http, new Dictionary<string, object?>(), StatusCodes.Status400BadRequest);
        }

        var upload = desk.Take(folder, form.FileName.Length == 0 ? "没有名字的文件" : form.FileName, Actor.Of(http.User), settings);
        await desk.SettleAsync(upload, cancellationToken);
        return TypedResults.LocalRedirect(ShowUpload.Address(upload));
    }

    private static string? Problem(Received received, UploadSettings settings, UploadDesk desk) => received switch
    {
        Received.NoFile => "没有收到文件，或文件是空的。请选择一个文件再上传。",
        Received.TooLarge => $"文件超过 {desk.MostBytes / 1024 / 1024} MiB，没有收下。请拆成几个文件，或用 gzip 压缩后再传。",
        Received.Whole => settings.Problem() is { } problem ? problem + "文件要重新选一次（浏览器不让网页替您选）。" : null,
        _ => null,
    };

    private static RazorComponentResult<UploadPage> Show(HttpContext http, UploadDesk desk, ContentFolder content, string? problem, UploadSettings settings) =>
        ConsolePage.Show<UploadPage>(http, new Dictionary<string, object?>
        {
            ["Problem"] = problem,
            ["Settings"] = settings,
            ["MostMegabytes"] = desk.MostBytes / 1024 / 1024,
            ["Content"] = content,
        }, problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
}
