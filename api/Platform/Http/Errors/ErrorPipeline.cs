using Jizhou.Public.Api.Platform.Hosting.Portal;
using Microsoft.AspNetCore.Antiforgery;

namespace Jizhou.Public.Api.Platform.Http;

/// <summary>
/// The outermost try: whatever goes wrong below becomes a problem document with a request id, or the site's 404 page for a
/// browser. Nothing of an exception reaches the client.
/// </summary>
public sealed partial class ErrorPipeline(RequestDelegate next, ProblemWriter problems, PortalPages portal, ILogger<ErrorPipeline> log)
{
    /// <summary>Passes on, and answers for what was refused, thrown or left without words.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest; // nobody reads it; only logs and metrics see it
            return;
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, Translate(context, failure));
            return;
        }

        if (IsBare(context.Response) && PlatformRefusals.OfStatus(context.Response.StatusCode) is { } refusal)
        {
            await AnswerAsync(context, refusal);
        }
    }

    private static bool IsBare(HttpResponse response)
        => response.StatusCode >= 400 && !response.HasStarted && response.ContentType is null && response.ContentLength is null;

    private Refusal Translate(HttpContext context, Exception failure)
    {
        switch (failure)
        {
            case RefusedException refused:
                if (refused.InnerException is not null)
                {
                    Faulted(log, refused.InnerException, refused.Refusal.Code, context.TraceIdentifier);
                }

                return refused.Refusal;
            case BadHttpRequestException unreadable:
                return BindingRefusal.Of(unreadable);
            case AntiforgeryValidationException:
                return PlatformRefusals.FormExpired.Because("这个页面放得太久了。请重新打开页面再提交，内容没有保存。");
            default:
                Failed(log, failure, context.GetEndpoint()?.DisplayName, context.TraceIdentifier);
                return PlatformRefusals.Bug();
        }
    }

    private async Task AnswerAsync(HttpContext context, Refusal refusal)
    {
        ForgetHalfAnswer(context.Response);
        if (refusal.Status == StatusCodes.Status404NotFound && WantsPage(context.Request) && await portal.TrySendNotFoundAsync(context))
        {
            return;
        }

        await problems.WriteAsync(context, refusal);
    }

    private static void ForgetHalfAnswer(HttpResponse response)
    {
        foreach (var name in (string[])["ETag", "Content-Encoding", "Content-Length", "Content-Type", "Content-Disposition", "Last-Modified"])
        {
            response.Headers.Remove(name);
        }
    }

    private static bool WantsPage(HttpRequest request)
        => !request.Path.StartsWithSegments("/api") && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    [LoggerMessage(10, LogLevel.Error, "Unexpected failure in {Endpoint}, request {RequestId}")]
    private static partial void Failed(ILogger log, Exception failure, string? endpoint, string requestId);

    [LoggerMessage(11, LogLevel.Warning, "Refused with {Code} because of a fault, request {RequestId}")]
    private static partial void Faulted(ILogger log, Exception failure, string code, string requestId);
}
