using System.Text.Json;
using Jizhou.Public.Api.Platform.Hosting.Portal;
using Jizhou.Public.Api.Platform.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Jizhou.Public.Api.Reports.Pages;

/// <summary>POST /report/ — the form as a browser without JavaScript sends it; answers with a redirect to the status page, or with the form and what must be mended.</summary>
public static class SendForm
{
    // A phone's photo that is too large must still arrive to be refused in words.
    private const int Patience = 4;

    /// <summary>Maps the form. Nobody is signed in here, so there is no session another site could ride on.</summary>
    public static void Map(IEndpointRouteBuilder app, int photoBytes) => app.MapPost(ShowForm.Path, HandleAsync)
        .WithMetadata(new RequestSizeLimitAttribute(((long)photoBytes * Patience) + 65_536))
        .RequireRateLimiting(ClientLimits.Reports).DisableAntiforgery().ExcludeFromDescription();

    private static async Task<IResult> HandleAsync(HttpContext http, ReportDesk desk, FramedPage page, CancellationToken cancellationToken)
    {
        if (!http.Request.HasFormContentType)
        {
            return PlatformRefusals.UnsupportedMediaType.Because("请用页面上的表单发送，或用 POST /api/v1/reports。").ToProblem();
        }

        var form = await ReadAsync(http.Request, desk.PhotoBytes, cancellationToken);
        var values = FormValues.Of(form);
        var request = values.ToRequest(await PhotoAsync(form.Files.GetFile("photo"), cancellationToken));
        var (wish, refused) = CheckReport.Of(request, desk);
        if (wish is null)
        {
            return await ShowForm.ShowAsync(http, values with { Refused = refused }, desk, page, cancellationToken);
        }

        // The page's key with the content: a second press is the same report, another choice on the same page is another.
        var once = desk.Secrets.Key("request", $"form {values.Key} {JsonSerializer.Serialize(request, JsonForm.Options)}");
        var view = await SaveReport.RunAsync(wish, new RequestKeys(once, ""), desk, cancellationToken);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Location = http.Request.PathBase + view.Status;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    // In memory: a photo of a stranger must not lie in a temporary folder in clear text.
    private static Task<IFormCollection> ReadAsync(HttpRequest request, int photoBytes, CancellationToken cancellationToken)
    {
        var most = (photoBytes * Patience) + 65_536;
        return request.ReadFormAsync(new FormOptions { MemoryBufferThreshold = most, MultipartBodyLengthLimit = most, ValueCountLimit = 64, ValueLengthLimit = 32_768 }, cancellationToken);
    }

    private static async Task<byte[]?> PhotoAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null or { Length: 0 })
        {
            return null;
        }

        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory, cancellationToken);
        return memory.ToArray();
    }
}
