using Jizhou.Public.Api.Bookings.Rounds.Results;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Pictures;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Jizhou.Public.Api.Bookings.Rounds.Crew;

/// <summary>
/// POST /console/round/results/ and /console/round/tipped/ — what a crew reports. A form without scripts is answered with the page, the page's script (Accept:
/// application/json) with what became of it, or a problem. The same id twice is one report.
/// </summary>
public static class SendReport
{
    private const int Patience = 4; // a photo that is too large must still arrive to be refused in words

    /// <summary>What became of a report.</summary>
    /// <param name="Outcome">stands, replaced or discrepancy; settled when a dispatcher dealt with it already.</param>
    /// <param name="Words">For the crew.</param>
    public sealed record Response(string Outcome, string Words);

    /// <summary>Maps the forms.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var round = app.MapGroup("/console/round").ExcludeFromDescription().RequireRole(Roles.Crew);
        var most = app.ServiceProvider.GetRequiredService<RoundDesk>().PhotoBytes;
        round.MapPost("/results/", (HttpContext http, RoundDesk desk, CancellationToken cancellationToken) => HandleAsync(http, desk, ResultAsync, cancellationToken))
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes(most))).DisableAntiforgery(); // checked in the handler
        round.MapPost("/tipped/", (HttpContext http, RoundDesk desk, CancellationToken cancellationToken) => HandleAsync(http, desk, TippedAsync, cancellationToken)).DisableAntiforgery();
    }

    private static async Task<IResult> HandleAsync(
        HttpContext http, RoundDesk desk, Func<IFormCollection, HttpContext, RoundDesk, CancellationToken, Task<Outcome<Response>>> save, CancellationToken cancellationToken)
    {
        var isScript = http.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);
        if (!http.Request.HasFormContentType)
        {
            return PlatformRefusals.UnsupportedMediaType.Because("请用页面上的表单发送。").ToProblem();
        }

        var form = await ReadAsync(http.Request, desk.PhotoBytes, cancellationToken);
        if (!await FormGate.IsOursAsync(http, http.Request.Headers["X-Form-Token"] is { Count: > 0 } header ? header.ToString() : form[FormGate.Field].ToString()))
        {
            return isScript ? RoundRefusals.StaleForm().ToProblem() : ConsolePage.Show<StaleForm>(http, new Dictionary<string, object?>(), StatusCodes.Status400BadRequest);
        }

        http.Response.Headers.CacheControl = "no-store";
        var outcome = await SavedAsync(() => save(form, http, desk, cancellationToken));
        if (outcome.IsRefused(out var refusal, out var response))
        {
            return isScript ? refusal.ToProblem() : await ShowRound.ShowAsync(http, desk, refusal.Detail, cancellationToken);
        }

        return isScript ? TypedResults.Json(response) : TypedResults.LocalRedirect(ShowRound.Path);
    }

    private static async Task<Outcome<Response>> ResultAsync(IFormCollection form, HttpContext http, RoundDesk desk, CancellationToken cancellationToken)
    {
        if (ReadReport.Result(form, desk.Bookings.Facts.Book.Rounds, desk.Bookings.Clock.Now).IsRefused(out var refusal, out var result))
        {
            return refusal;
        }

        var photo = form.Files.GetFile("photo") is { Length: > 0 } file ? CleanPicture.Of(await BytesAsync(file, cancellationToken), desk.PhotoBytes) : null;
        return (await SaveResult.RunAsync(desk, http.User.Identity?.Name ?? "", result, photo, cancellationToken)).IsRefused(out refusal, out var kept)
            ? refusal
            : new Response(kept.Standing, kept.Standing switch
            {
                "stands" => $"{ResultWords.Of(kept.Result)} {StateWords.Time(kept.HappenedAt)}，已送到",
                "replaced" => "已送到；后来改记的那一条算数",
                _ => $"已送到。{ResultRule.Words(kept.Discrepancy)}，调度员会来问",
            });
    }

    private static async Task<Outcome<Response>> TippedAsync(IFormCollection form, HttpContext http, RoundDesk desk, CancellationToken cancellationToken)
    {
        if (ReadReport.Tipped(form, desk.Bookings.Facts.Book.Rounds, desk.Bookings.Clock.Now).IsRefused(out var refusal, out var load))
        {
            return refusal;
        }

        return (await SaveTipped.RunAsync(desk, http.User.Identity?.Name ?? "", load, cancellationToken)).IsRefused(out refusal, out _) ? refusal : new Response("stands", "卸车记录已送到");
    }

    // A picture is refused by an exception.
    private static async Task<Outcome<Response>> SavedAsync(Func<Task<Outcome<Response>>> save)
    {
        try
        {
            return await save();
        }
        catch (RefusedException refused) when (refused.Refusal.Status < 500)
        {
            return refused.Refusal;
        }
    }

    private static long MostBytes(int photoBytes) => ((long)photoBytes * Patience) + 65_536;

    // In memory: a photo must not lie in a temporary folder in clear text.
    private static Task<IFormCollection> ReadAsync(HttpRequest request, int photoBytes, CancellationToken cancellationToken) => request.ReadFormAsync(
        new FormOptions { MemoryBufferThreshold = (int)Math.Min(int.MaxValue, MostBytes(photoBytes)), MultipartBodyLengthLimit = MostBytes(photoBytes), ValueCountLimit = 64, ValueLengthLimit = 32_768 },
        cancellationToken);

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory, cancellationToken);
        return memory.ToArray();
    }
}
