using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Running;

/// <summary>A visitor who has no mouse: Tab, Enter, Space, arrows and letters.</summary>
public static class Keyboard
{
    private const int MostStops = 150;

    /// <summary>Presses Tab until the focus stands on an element, and fails when it cannot be reached or the focus cannot be seen there.</summary>
    public static async Task TabToAsync(this IPage page, string selector)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("s => !!document.activeElement && document.activeElement.matches(s)", selector))
            {
                var ring = await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle");
                Assert.True(ring != "none", $"the focus on {selector} cannot be seen");
                return;
            }
        }

        Assert.Fail($"Tab does not reach {selector} on {page.Url} in {MostStops} stops");
    }

    /// <summary>Goes to an element and presses a key there.</summary>
    public static async Task PressOnAsync(this IPage page, string selector, string key)
    {
        await page.TabToAsync(selector);
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Goes to a field and writes into it.</summary>
    public static async Task TypeIntoAsync(this IPage page, string selector, string words)
    {
        await page.TabToAsync(selector);
        await page.Keyboard.TypeAsync(words);
    }
}
