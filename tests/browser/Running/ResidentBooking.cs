using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Running;

/// <summary>What a resident does on /booking/, question by question; a journey stops where it wants to look.</summary>
/// <param name="visitor">The resident's page.</param>
public sealed class ResidentBooking(VisitorPage visitor)
{
    private static int _doors;

    /// <summary>The page.</summary>
    public IPage Page => visitor.Page;

    /// <summary>Answers everything and confirms; the label for the item and the reference. Each call has a door of its own.</summary>
    public static async Task<(string Label, string Reference)> BookAsync(VisitorPage visitor, string phone, string item = "wardrobe", string township = "渔阳镇")
    {
        var booking = new ResidentBooking(visitor);
        await visitor.GoAsync("/booking/");
        await booking.WhoAsync();
        await booking.WhereAsync(township);
        await booking.DoorAsync($"示例院 {Interlocked.Increment(ref _doors) + 200} 号");
        await booking.AccessAsync();
        await booking.FloorAsync();
        await booking.WhatAsync(item);
        await booking.WhenAsync();
        await booking.ContactAsync(phone);
        return await booking.ConfirmAsync();
    }

    /// <summary>Who is asking: resident, inn or organisation.</summary>
    public async Task WhoAsync(string kind = "resident")
    {
        await Page.Locator($"#class-{kind}").CheckAsync();
        await NextAsync("who");
    }

    /// <summary>The first village of a township.</summary>
    public async Task WhereAsync(string township = "渔阳镇")
    {
        await Page.Locator("#township").SelectOptionAsync(new SelectOptionValue { Label = township });
        await Page.Locator("#village").ClickAsync();
        await Page.Locator("#village-list li").First.ClickAsync();
        await NextAsync("where");
    }

    /// <summary>The door.</summary>
    public async Task DoorAsync(string address)
    {
        await Page.Locator("#address").FillAsync(address);
        await NextAsync("door");
    }

    /// <summary>What can reach it.</summary>
    public async Task AccessAsync(string access = "truck")
    {
        await Page.Locator($"#access-{access}").CheckAsync();
        await NextAsync("access");
    }

    /// <summary>The ground floor, or a floor without a lift.</summary>
    public async Task FloorAsync(string? floor = null)
    {
        await Page.Locator(floor is null ? "#level-ground" : "#level-stairs").CheckAsync();
        if (floor is not null)
        {
            await Page.Locator("#floor").FillAsync(floor);
        }

        await NextAsync("floor");
    }

    /// <summary>One of an item.</summary>
    public async Task WhatAsync(string item = "wardrobe")
    {
        await Page.Locator($"[data-more={item}]").ClickAsync();
        await NextAsync("what");
    }

    /// <summary>The first free time.</summary>
    public async Task WhenAsync()
    {
        await Page.Locator("input[name=slot]:not(:disabled)").First.CheckAsync();
        await NextAsync("when");
    }

    /// <summary>The phone.</summary>
    public async Task ContactAsync(string phone)
    {
        await Page.Locator("#phone").FillAsync(phone);
        await NextAsync("contact");
    }

    /// <summary>Confirms; the label and the reference.</summary>
    public async Task<(string Label, string Reference)> ConfirmAsync()
    {
        await NextAsync("check");
        await Page.Locator("[data-reference]:visible").WaitForAsync();
        return ((await Page.Locator("[data-label]").InnerTextAsync()).Trim(), (await Page.Locator("[data-reference]").InnerTextAsync()).Trim());
    }

    /// <summary>Presses 下一步 of a question.</summary>
    public Task NextAsync(string step) => Page.Locator($"[data-step={step}] [data-next]").ClickAsync();

    /// <summary>Waits until a question is open.</summary>
    public Task AtAsync(string step) => Page.Locator($"[data-step={step}]:not([hidden]) h2").First.WaitForAsync();

    /// <summary>Opens a booking by its number and the ending of the phone.</summary>
    public static async Task OpenAsync(VisitorPage visitor, string reference, string ending)
    {
        await visitor.GoAsync("/booking/manage/");
        await visitor.Page.Locator("#reference").FillAsync(reference);
        await visitor.Page.Locator("#phone-ending").FillAsync(ending);
        await visitor.Page.Locator("[data-find]").ClickAsync();
    }
}
