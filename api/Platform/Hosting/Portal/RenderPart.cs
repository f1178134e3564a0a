using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Jizhou.Public.Api.Platform.Hosting.Portal;

/// <summary>Writes a Razor component as HTML, for a gap of a template or as a page of its own.</summary>
public sealed class RenderPart : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)) // otherwise every Chinese character becomes &#x…;
        .BuildServiceProvider();

    /// <summary>The HTML of a component that needs no services.</summary>
    public async Task<string> AsHtmlAsync<T>(IReadOnlyDictionary<string, object?> parameters)
        where T : IComponent
    {
        // The renderer keeps what it rendered, so each page gets its own.
        await using var renderer = new HtmlRenderer(_services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(new Dictionary<string, object?>(parameters)))).ToHtmlString());
    }

    /// <inheritdoc />
    public void Dispose() => _services.Dispose();
}
