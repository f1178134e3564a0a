using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Running;

/// <summary>A page in a visitor's browser, with what every journey checks: no foreign request, no script error, axe.</summary>
public sealed class VisitorPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];

    private readonly Uri _portal;

    internal VisitorPage(IBrowserContext context, IPage page, Uri portal, string? alsoFrom = null)
    {
        _context = context;
        _portal = portal;
        Page = page;
        page.PageError += (_, error) => _faults.Add($"script error: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal))
            {
                _faults.Add($"console: {message.Text}");
            }
        };
        page.Request += (_, request) =>
        {
            var address = new Uri(request.Url);
            if (address.Scheme.StartsWith("http", StringComparison.Ordinal) && address.Authority != portal.Authority
                && (alsoFrom is null || !request.Url.StartsWith(alsoFrom, StringComparison.Ordinal)))
            {
                _faults.Add($"request to another origin: {request.Url}");
            }
        };
    }

    /// <summary>The Playwright page.</summary>
    public IPage Page { get; }

    /// <summary>Opens an address of the portal.</summary>
    public async Task GoAsync(string path)
    {
        var answer = await Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        Assert.NotNull(answer);
    }

    /// <summary>Another tab of the same browser: the same cookies and storage, nothing of the first tab's memory.</summary>
    public async Task<VisitorPage> AnotherTabAsync() => new(_context, await _context.NewPageAsync(), _portal);

    /// <summary>Keeps a screenshot of the whole page among the artefacts.</summary>
    public Task KeepScreenshotAsync(string name) => Page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = Path.Combine(Repository.Screenshots, $"{name}.png"),
        FullPage = true,
    });

    /// <summary>Fails on any accessibility violation, any script error and any request to another origin.</summary>
    public async Task AssertFlawlessAsync(string what)
    {
        var result = await Page.RunAxe();
        var violations = result.Violations.Select(v => $"{v.Id}: {v.Help} at {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}");
        Assert.True(result.Violations.Length == 0, $"{what}: axe found {string.Join('\n', violations)}");
        Assert.True(_faults.Count == 0, $"{what}: {string.Join('\n', _faults)}");
    }

    /// <summary>Fails when the page is wider than the window.</summary>
    public async Task AssertFitsAsync(string what)
    {
        // An answer to a form can be found by its words before its style sheet is there, and is then of any width.
        await Page.WaitForLoadStateAsync(LoadState.Load);
        var wider = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(wider <= 0, $"{what} is {wider} px wider than the window");
    }

    /// <summary>Looks at the page at a desk and on a phone: flawless, no wider than the window, and kept as screenshots.</summary>
    public async Task LookAsync(string name)
    {
        await AssertFlawlessAsync(name);
        await AssertFitsAsync(name);
        await Page.SetViewportSizeAsync(360, 740);
        await AssertFitsAsync(name + " on a phone");
        await KeepScreenshotAsync(name + "-360");
        await Page.SetViewportSizeAsync(1280, 900);
        await KeepScreenshotAsync(name + "-1280");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
