using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Running;

/// <summary>One portal and one Chromium for all tests of a collection; each test opens its own context (its own cookies and storage).</summary>
public class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The running program.</summary>
    public RunningPortal Portal { get; private set; } = null!;

    /// <summary>When the portal's own clock begins; null for the time it is.</summary>
    protected virtual DateTimeOffset? BeginsAt => null;

    /// <summary>The portal's settings beside the usual ones.</summary>
    protected virtual (string Name, string Value)[] Settings => [];

    /// <summary>What the browser is started with beside the usual arguments.</summary>
    protected virtual IEnumerable<string> Arguments => [];

    /// <inheritdoc/>
    public virtual async Task InitializeAsync()
    {
        Portal = await RunningPortal.StartAsync(BeginsAt, Settings);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", .. Arguments],
        });
    }

    /// <inheritdoc/>
    public virtual async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await Portal.DisposeAsync();
    }

    /// <summary>A fresh page as a visitor would have it; any request to another origin than the portal's and <paramref name="alsoFrom"/> fails the test that made it.</summary>
    public async Task<VisitorPage> OpenAsync(string path, Visitor? visitor = null, RunningPortal? portal = null, string? alsoFrom = null)
    {
        visitor ??= Visitor.OnAPhone;
        var address = (portal ?? Portal).Address;
        var context = await _browser!.NewContextAsync(visitor.ToOptions(address.ToString()));
        context.SetDefaultTimeout(12_000);
        var page = new VisitorPage(context, await context.NewPageAsync(), address, alsoFrom);
        await page.GoAsync(path);
        return page;
    }
}

/// <summary>The journeys share one portal: what one of them books or reports, the next may see.</summary>
[CollectionDefinition("browser")]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>;

/// <summary>The sweeps over pages that change nothing have a portal of their own and run beside the journeys.</summary>
[CollectionDefinition("pages")]
public sealed class PagesCollection : ICollectionFixture<BrowserFixture>;

/// <summary>A portal whose clock a journey moves: it begins on Monday 2026-11-23 at 9 in Jizhou.</summary>
public sealed class ClockFixture : BrowserFixture
{
    /// <inheritdoc/>
    protected override DateTimeOffset? BeginsAt => new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8));
}
