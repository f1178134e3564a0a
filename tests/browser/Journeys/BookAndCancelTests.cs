using System.Diagnostics;
using Jizhou.Public.BrowserTests.Running;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>A resident books a pickup question by question, loses nothing on the way, and looks after the booking.</summary>
[Collection("browser")]
public sealed class BookAndCancelTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_pickup_is_booked_on_a_small_phone_through_reload_back_and_a_dead_tab()
    {
        await using var visitor = await browser.OpenAsync("/booking/");
        var booking = new ResidentBooking(visitor);
        await booking.NextAsync("who");
        await visitor.Page.GetByText("请选是谁要约").First.WaitForAsync();
        Assert.True(await visitor.Page.EvaluateAsync<bool>("document.activeElement.matches('[data-errors]')"), "the focus is not on the summary of errors");
        await LookAsync(visitor, "booking-error");
        await booking.WhoAsync();
        await booking.WhereAsync();
        await booking.DoorAsync("8 号院");
        await booking.AccessAsync("tricycle");
        await booking.FloorAsync("３");

        await visitor.Page.Locator("[data-item]").First.WaitForAsync();
        await visitor.Page.ReloadAsync();
        await visitor.Page.Locator("[data-more=sofa]").ClickAsync();
        await visitor.Page.GoBackAsync();
        Assert.Equal("3", await visitor.Page.Locator("#floor").InputValueAsync());
        await visitor.Page.GoForwardAsync();
        await booking.AtAsync("what");
        Assert.Equal("1", await visitor.Page.Locator("#item-sofa").InputValueAsync());

        var second = await visitor.AnotherTabAsync();
        await visitor.Page.CloseAsync();
        await using var again = second;
        await again.GoAsync("/booking/#what");
        booking = new ResidentBooking(again);
        await again.Page.Locator("[data-volume]").Filter(new() { HasText = "约 1.2 立方米" }).WaitForAsync();
        await again.Page.Locator("#item-search").FillAsync("煤气罐");
        await again.Page.GetByText("退回原来的充气站").WaitForAsync();
        await LookAsync(again, "booking-stop");
        await again.Page.Locator("#item-search").FillAsync("席梦思");
        await again.Page.Locator("[data-more=mattress]").ClickAsync();
        await LookAsync(again, "booking-what");
        await booking.NextAsync("what");
        await booking.AtAsync("when");
        await again.Page.Locator("input[name=slot]").First.WaitForAsync();
        await LookAsync(again, "booking-when");
        await booking.WhenAsync();
        await again.Page.Locator("#note").FillAsync("下午家里才有人 𠮷");
        await booking.ContactAsync("+86 138 ００００ 0001");
        await booking.AtAsync("check");
        Assert.Contains("第 3 层，没有电梯", await again.Page.Locator("[data-summary]").InnerTextAsync(), StringComparison.Ordinal);
        await LookAsync(again, "booking-check");

        await again.Page.Locator("[data-summary] a[href='#door']").ClickAsync();
        Assert.Equal("8 号院", await again.Page.Locator("#address").InputValueAsync());
        await booking.DoorAsync("9 号院");
        await booking.AtAsync("check");
        await again.Page.Locator("[data-summary] dd").Filter(new() { HasText = "9 号院" }).WaitForAsync();

        var sent = 0;
        again.Page.Request += (_, request) => sent += request.Method == "POST" && request.Url.EndsWith("/api/v1/bookings", StringComparison.Ordinal) ? 1 : 0;
        await again.Page.Locator("[data-step=check] [data-next]").DblClickAsync();
        await again.Page.Locator("[data-reference]:visible").WaitForAsync();
        Assert.Equal(1, sent);
        Assert.Matches(@"^\S+ \d{2}-\d{2} \d{2,}$", await again.Page.Locator("[data-label]").InnerTextAsync());
        await LookAsync(again, "booking-done");
        await AssertQrOpensAsync(again, await again.Page.Locator("[data-reference]").InnerTextAsync());
        Assert.DoesNotContain("0001", await again.Page.EvaluateAsync<string>("localStorage.getItem('booking')"), StringComparison.Ordinal);
        await again.Page.Locator("[data-save-picture]").ClickAsync();
        await again.Page.Locator("[data-picture] img").WaitForAsync();
        await again.Page.ReloadAsync();
        await again.Page.Locator("[data-reference]:visible").WaitForAsync();
        await again.Page.Locator("[data-forget-ask]").ClickAsync();
        await again.Page.Locator("[data-forget-now]").ClickAsync();
        await booking.AtAsync("who");
        Assert.Null(await again.Page.EvaluateAsync<string?>("localStorage.getItem('booking')"));
    }

    [Fact]
    public async Task A_lost_answer_is_fetched_again_and_makes_no_second_booking()
    {
        await using var visitor = await browser.OpenAsync("/booking/");
        var booking = new ResidentBooking(visitor);
        await booking.WhoAsync();
        await booking.WhereAsync();
        await booking.DoorAsync("示例院 31 号");
        await booking.AccessAsync();
        await booking.FloorAsync();
        await booking.WhatAsync();
        await booking.WhenAsync();
        await booking.ContactAsync("13800000031");
        await booking.AtAsync("check");
        List<string> keys = [];
        await visitor.Page.RouteAsync("**/api/v1/bookings", async route =>
        {
            keys.Add(await route.Request.HeaderValueAsync("Idempotency-Key") ?? "");
            if (keys.Count == 1)
            {
                await route.FetchAsync(); // the server books, its answer is lost
                await route.AbortAsync();
                return;
            }

            await route.ContinueAsync();
        });
        await booking.NextAsync("check");
        await visitor.Page.Locator("[data-errors]:visible").Filter(new() { HasText = "您填的内容都在" }).WaitForAsync();
        await visitor.Page.ReloadAsync();
        await visitor.Page.Locator("[data-reference]:visible").WaitForAsync();
        Assert.Equal(2, keys.Count);
        Assert.Equal(keys[0], keys[1]);
    }

    [Fact]
    public async Task A_time_that_sold_out_leads_back_to_the_dates_with_every_answer_kept()
    {
        await using var visitor = await browser.OpenAsync("/booking/");
        var booking = new ResidentBooking(visitor);
        await booking.WhoAsync();
        await booking.WhereAsync();
        await booking.DoorAsync("示例院 32 号");
        await booking.AccessAsync();
        await booking.FloorAsync();
        await booking.WhatAsync();
        await booking.WhenAsync();
        await booking.ContactAsync("13800000032");
        await booking.AtAsync("check");
        await visitor.Page.RouteAsync("**/api/v1/bookings", route => route.FulfillAsync(new()
        {
            Status = 409,
            ContentType = "application/problem+json",
            Body = """{"title":"这个时段约满了","status":409,"code":"slot_full","detail":"12月3日的这个时段刚刚约满，没有占用到。您填的内容都还在，请换一个日期或时段。"}""",
        }));
        await booking.NextAsync("check");
        await booking.AtAsync("when");
        await visitor.Page.GetByText("请另选一个时段").First.WaitForAsync();
        await LookAsync(visitor, "booking-sold-out");
        await visitor.Page.UnrouteAsync("**/api/v1/bookings");
        await visitor.Page.Locator("input[name=slot]:not(:disabled)").Nth(1).CheckAsync();
        await booking.NextAsync("when");
        await booking.AtAsync("check");
        await booking.ConfirmAsync();
    }

    [Fact]
    public async Task A_thing_brings_itself_along_and_a_company_learns_where_its_rubble_goes()
    {
        await using var visitor = await browser.OpenAsync("/booking/?item=sofa");
        await visitor.Page.GetByText("已经替您选上").WaitForAsync();
        Assert.DoesNotContain("item=", visitor.Page.Url, StringComparison.Ordinal);
        var booking = new ResidentBooking(visitor);
        await booking.WhoAsync("organisation");
        await booking.WhereAsync();
        await booking.DoorAsync("示例路 1 号");
        await booking.AccessAsync();
        await booking.FloorAsync();
        await booking.AtAsync("what");
        await visitor.Page.Locator("#item-search").FillAsync("装修垃圾");
        await visitor.Page.Locator("[data-stop=decoration-bag]").WaitForAsync();
        Assert.Equal(0, await visitor.Page.Locator("[data-more=decoration-bag]").CountAsync());
        await LookAsync(visitor, "booking-company");
    }

    [Fact]
    public async Task The_elder_version_asks_the_same_questions_and_fits()
    {
        await using var visitor = await browser.OpenAsync("/booking/?elder=1");
        var (label, reference) = await ResidentBooking.BookAsync(visitor, "13800000033");
        Assert.NotEmpty(label);
        await LookAsync(visitor, "booking-done-elder");
        await ResidentBooking.OpenAsync(visitor, reference, "0033");
        await visitor.Page.Locator("[data-rows] dd").First.WaitForAsync();
        await LookAsync(visitor, "manage-elder");
    }

    [Fact]
    public async Task A_wrong_phone_ending_opens_nothing()
    {
        await using var visitor = await browser.OpenAsync("/booking/");
        var (_, reference) = await ResidentBooking.BookAsync(visitor, "13800000002");
        await ResidentBooking.OpenAsync(visitor, reference, "9999");
        await visitor.Page.Locator("[data-view=lookup] [data-errors]:visible").WaitForAsync();
        Assert.False(await visitor.Page.Locator("[data-rows]").IsVisibleAsync());
    }

    [Fact]
    public async Task Without_scripts_the_page_says_so_and_names_another_way()
    {
        await using var visitor = await browser.OpenAsync("/booking/", Visitor.OnAPhone with { Scripts = false });
        var text = await visitor.Page.GetByRole(AriaRole.Main).InnerTextAsync();
        Assert.Contains("脚本", text, StringComparison.Ordinal);
        Assert.Contains("12345", text, StringComparison.Ordinal);
    }

    private static async Task LookAsync(VisitorPage visitor, string name)
    {
        await visitor.AssertFlawlessAsync(name);
        await visitor.AssertFitsAsync(name);
        await visitor.KeepScreenshotAsync($"{name}-360");
    }

    // The code leads to the manage page with everything behind the #, which no server is ever told.
    private static async Task AssertQrOpensAsync(VisitorPage visitor, string reference)
    {
        var picture = Path.Combine(Repository.Screenshots, "booking-qr.png");
        await visitor.Page.Locator("[data-qr] svg").ScreenshotAsync(new() { Path = picture });
        using var scanner = Process.Start(new ProcessStartInfo("zbarimg", ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var link = (await scanner.StandardOutput.ReadToEndAsync()).Trim();
        await scanner.WaitForExitAsync();
        Assert.Matches($@"^http://[^#?]+/booking/manage/#reference={reference.Trim()}&token=[0-9a-f]{{32}}$", link);
    }
}
