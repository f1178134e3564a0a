using System.Text;
using Jizhou.Public.Api.Platform.Http;
using Microsoft.AspNetCore.Components;

namespace Jizhou.Public.Api.Platform.Hosting.Portal;

/// <summary>
/// Pages that the API writes inside the site's frame: a template with the gaps <c>title</c>, <c>summary</c>, <c>canonical</c>, <c>notice</c> and
/// <c>body</c>, the last filled by a Razor component. Never kept by a cache.
/// </summary>
public sealed class FramedPage(PortalTemplates templates, PortalAddress address, RenderPart parts)
{
    /// <summary>Sends the page; without a built site says so.</summary>
    /// <param name="http">The request.</param>
    /// <param name="frame">Which template, and what its head says.</param>
    /// <param name="parameters">Parameters of the component.</param>
    /// <param name="status">Status of the answer.</param>
    public async Task<IResult> ShowAsync<T>(HttpContext http, PageFrame frame, IReadOnlyDictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where T : IComponent
    {
        if (templates.Find(frame.Template) is not { } known)
        {
            return PlatformRefusals.NotReady.Because("网站还没有生成，请稍后再试。").ToProblem();
        }

        var html = known.Template.Fill(new Dictionary<string, string>
        {
            ["title"] = frame.Title,
            ["summary"] = frame.Summary,
            ["canonical"] = address.Public + frame.Path,
            ["notice"] = frame.Notice is null ? "" : $"<aside class=\"sample\" aria-label=\"请先知道\"><div class=\"wrap\"><p>{PageTemplate.Escape(frame.Notice)}</p></div></aside>",
            ["body"] = await parts.AsHtmlAsync<T>(parameters),
        });
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Text(html, "text/html", Encoding.UTF8, status);
    }
}

/// <summary>Which template a page uses, and what its head says.</summary>
/// <param name="Template">Address of the template.</param>
/// <param name="Path">The page's own path, for the canonical link.</param>
/// <param name="Title">First half of the title.</param>
/// <param name="Summary">One sentence for search results.</param>
/// <param name="Notice">The bar above the header; null for none.</param>
public sealed record PageFrame(string Template, string Path, string Title, string Summary, string? Notice = null);
