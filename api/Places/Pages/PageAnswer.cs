using System.Text;
using Jizhou.Public.Api.Platform.Hosting.Portal;
using Jizhou.Public.Api.Platform.Http;

namespace Jizhou.Public.Api.Places.Pages;

/// <summary>The ways in which a page that the API fills is answered.</summary>
internal static class PageAnswer
{
    /// <summary>Sends HTML with the status that is set.</summary>
    public static Task WriteAsync(HttpContext context, string html) => WriteAsync(context, html, "text/html; charset=utf-8");

    /// <summary>Sends a text of another type.</summary>
    public static async Task WriteAsync(HttpContext context, string text, string contentType)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        context.Response.ContentType = contentType;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>The site's page for what is not there, or the refusal where the site has none.</summary>
    public static async Task NotFoundAsync(HttpContext context, PortalPages portal, Refusal refusal)
    {
        if (!await portal.TrySendNotFoundAsync(context))
        {
            await refusal.ToProblem().ExecuteAsync(context);
        }
    }

    /// <summary>The site was not built, so there is no template.</summary>
    public static Task NotBuiltAsync(HttpContext context) =>
        PlatformRefusals.NotReady.Because("网站还没有生成，请稍后再试。").ToProblem().ExecuteAsync(context);
}
