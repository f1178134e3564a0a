using System.Text.Encodings.Web;
using System.Text.Unicode;
using Jizhou.Public.Site.Layouts;
using Jizhou.Public.Site.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Jizhou.Public.Site.Build;

/// <summary>Writes pages as HTML through the Razor components.</summary>
/// <remarks>
/// <see cref="HtmlRenderer"/> keeps every component it ever rendered, so a long build would slow down and swell:
/// it is renewed every <see cref="PagesPerRenderer"/> pages.
/// </remarks>
public sealed class PageRenderer : IAsyncDisposable
{
    private const int PagesPerRenderer = 200;

    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)) // otherwise every Chinese character becomes &#x…;
        .BuildServiceProvider();

    private HtmlRenderer? _renderer;
    private int _rendered;

    /// <summary>The whole document of a page.</summary>
    public async Task<string> RenderAsync(SitePage page, SiteFrame frame)
    {
        var html = await RenderAsync(typeof(Document), new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(Document.Page)] = page,
            [nameof(Document.Frame)] = frame,
        });
        return html + "\n";
    }

    /// <summary>One component by itself.</summary>
    public async Task<string> RenderAsync(Type component, IDictionary<string, object?> parameters)
    {
        if (_renderer is null || _rendered++ % PagesPerRenderer == 0)
        {
            if (_renderer is not null)
            {
                await _renderer.DisposeAsync();
            }

            _renderer = new HtmlRenderer(_services, NullLoggerFactory.Instance);
        }

        var renderer = _renderer;
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync(component, ParameterView.FromDictionary(parameters));
            return root.ToHtmlString();
        });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_renderer is not null)
        {
            await _renderer.DisposeAsync();
        }

        await _services.DisposeAsync();
    }
}
