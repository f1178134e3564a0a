using Jizhou.Public.BrowserTests.Running;
using Microsoft.Playwright;

namespace Jizhou.Public.BrowserTests.Journeys;

/// <summary>
/// Bookings become rounds by keyboard alone; a crew takes its round along, works without a network through a reload and an expired sign-in, and everything
/// arrives once; after the day and at sign-out the phone has forgotten it.
/// </summary>
public sealed class DriveARoundTests(ClockFixture browser) : IClassFixture<ClockFixture>
{
    private const string Password = "long-enough-示例-0085";
    private const string Board = "/console/rounds/centre/2026-11-25/";
    private const string Photo = "tests/samples/pictures/photo.jpg";

    private readonly List<MadeBooking> _bookings = [];

    [Fact]
    public async Task A_round_is_made_by_keyboard_and_driven_without_a_network()
    {
        await browser.Portal.RunCommandAsync("operators add dispatcher-7 --role dispatcher --password-stdin", Password + "\n");
        await browser.Portal.RunCommandAsync("operators add crew-7 --role crew --password-stdin", Password + "\n");
        _bookings.Add(await browser.Portal.BookAsync("centre.2026-11-25.morning", "西街2号", "truck", "wardrobe"));
        _bookings.Add(await browser.Portal.BookAsync("centre.2026-11-25.morning", "西街10号", "truck", "sofa"));
        _bookings.Add(await browser.Portal.BookAsync("centre.2026-11-25.morning", "西街1号", "tricycle", "chair"));

        await using var desk = await browser.OpenAsync("/console/rounds/", Visitor.AtADesk);
        await MakeRoundsAsync(desk);
        await browser.Portal.MoveClockAsync(At(8, 0));

        await using var phone = await browser.OpenAsync("/console/sign-in/", Visitor.OnAPhone);
        await phone.Page.Context.Clock.SetFixedTimeAsync(At(8, 0).UtcDateTime);
        await SignInAsync(phone.Page, "crew-7", "/console/round/");
        await TakeAlongAsync(phone);
        await phone.Page.Context.SetOfflineAsync(true);
        await WorkWithoutANetworkAsync(phone);
        await ComeBackSignedOutAsync(phone);
        await ArrivedOnceAsync(desk);
        await ForgetAsync(phone);
    }

    private async Task MakeRoundsAsync(VisitorPage desk)
    {
        var page = desk.Page;
        await SignInAsync(page, "dispatcher-7", "/console/rounds/crews/");
        await page.GetByLabel("crew-7", new() { Exact = true }).SelectOptionAsync("centre-1");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存 crew-7" }).ClickAsync();
        await desk.LookAsync("rounds-crews");
        await desk.GoAsync("/console/rounds/");
        await page.GetByRole(AriaRole.Link, new() { Name = "11月25日（周三） 城区片" }).WaitForAsync();
        await desk.LookAsync("rounds");

        await desk.GoAsync(Board);
        await page.PressOnAsync("form[action$='/propose/'] button", "Enter");
        await page.Locator("section[data-truck=centre-1] li[data-stop]").First.WaitForAsync();
        Assert.Equal([_bookings[0].Reference, _bookings[1].Reference], await StopsAsync(page, "centre-1"));
        Assert.Equal([_bookings[2].Reference], await StopsAsync(page, "centre-3"));
        await desk.LookAsync("rounds-board");

        await page.PressOnAsync($"li[data-stop='{_bookings[0].Reference}'] button[value=down]", "Enter");
        await page.WaitForURLAsync("**#s-*");
        Assert.Equal([_bookings[1].Reference, _bookings[0].Reference], await StopsAsync(page, "centre-1"));
        await page.PressOnAsync("section[data-truck=centre-1] form[action$='/hand-out/'] button", "Enter");
        await page.GetByText("已派出").First.WaitForAsync();

        await desk.GoAsync(Board + "sheet/");
        await desk.LookAsync("rounds-sheet");
        var paper = await PrintedPage.OfAsync(page);
        Assert.Equal([PrintedPage.A4, PrintedPage.A4], paper.Sheets); // one for each vehicle
        Assert.Contains(_bookings[0].Phone, paper.Text, StringComparison.Ordinal);
    }

    private async Task TakeAlongAsync(VisitorPage phone)
    {
        var page = phone.Page;
        await page.GetByText("清单还没有带走").WaitForAsync();
        Assert.Equal($"tel:{_bookings[1].Phone}", await page.Locator("a[href^='tel:']").First.GetAttributeAsync("href"));
        await phone.LookAsync("round-crew");
        await page.SetViewportSizeAsync(360, 740);
        await page.GetByRole(AriaRole.Button, new() { Name = "带走今天的清单" }).ClickAsync();
        await page.GetByText("今天的清单已带走").WaitForAsync();
        await page.WaitForFunctionAsync("navigator.serviceWorker.ready.then(function (one) { return !!one.active && one.active.state === 'activated'; })");
    }

    private async Task WorkWithoutANetworkAsync(VisitorPage phone)
    {
        var page = phone.Page;
        await page.ReloadAsync();
        await page.GetByText("现在没有网，用的是手机里带走的清单").WaitForAsync();
        await page.Context.Clock.SetFixedTimeAsync(At(9, 30).UtcDateTime);

        var first = Card(page, 1);
        await first.Locator("summary").First.ClickAsync();
        await first.GetByLabel("全部收完", new() { Exact = true }).CheckAsync();
        await first.GetByLabel("备注").FillAsync("放在门口");
        await first.Locator("[type=file]").SetInputFilesAsync(Path.Combine(Repository.Root, Photo));
        await first.GetByText("照片已缩小到").WaitForAsync();
        await first.Locator("summary", new() { HasText = "装了多少" }).ClickAsync();
        await first.GetByLabel("公斤").FillAsync("45");
        await first.GetByLabel("卸在哪里").SelectOptionAsync("centre-guanzhuang");
        await first.GetByRole(AriaRole.Button, new() { Name = "记下结果" }).ClickAsync();
        await first.GetByText("全部收完 09:30，还没送出").WaitForAsync();

        await page.Context.Clock.SetFixedTimeAsync(At(10, 15).UtcDateTime);
        var second = Card(page, 0);
        await second.Locator("summary").First.ClickAsync();
        await second.GetByLabel("没有收", new() { Exact = true }).CheckAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "记下结果" }).ClickAsync();
        await second.GetByText("请选原因").WaitForAsync();
        await phone.KeepScreenshotAsync("round-reason-missing-360");
        await second.GetByLabel("没有全部收完的原因").SelectOptionAsync("lane-blocked");
        await second.GetByRole(AriaRole.Button, new() { Name = "记下结果" }).ClickAsync();
        await second.GetByText("没有收 10:15，还没送出").WaitForAsync();

        await page.Locator("#kg-tipped-furniture").FillAsync("60");
        await page.Locator("#centre-tipped").SelectOptionAsync("station-yiliu");
        await page.GetByRole(AriaRole.Button, new() { Name = "记下卸车" }).ClickAsync();
        await page.GetByText("还有 3 条没送出").WaitForAsync();

        await page.ReloadAsync();
        await page.GetByText("还有 3 条没送出").WaitForAsync();
        await page.GetByText("全部收完 09:30，还没送出").WaitForAsync();
        await phone.LookAsync("round-offline");
        var kept = await page.EvaluateAsync<string>(Everything);
        Assert.DoesNotContain("放在门口", kept, StringComparison.Ordinal); // sealed
        Assert.DoesNotContain(_bookings[0].Phone, kept, StringComparison.Ordinal);
        Assert.Contains("\"extractable\":false", kept, StringComparison.Ordinal);
    }

    private async Task ComeBackSignedOutAsync(VisitorPage phone)
    {
        var page = phone.Page;
        await browser.Portal.MoveClockAsync(At(12, 0));
        await page.Context.Clock.SetFixedTimeAsync(At(12, 0).UtcDateTime);
        await page.Context.ClearCookiesAsync();
        await page.Context.SetOfflineAsync(false);
        await page.GetByText("登录已过期").WaitForAsync();
        await page.GetByText("还有 3 条没送出").WaitForAsync();
        await phone.AssertFlawlessAsync("round, signed out");
        await phone.KeepScreenshotAsync("round-signed-out-360");
        await page.GetByRole(AriaRole.Link, new() { Name = "重新登录" }).ClickAsync();
        await FillSignInAsync(page, "crew-7");
        await page.WaitForURLAsync("**/console/round/");
        await page.GetByText("记下的都送出了").WaitForAsync();
        await Card(page, 1).GetByText("全部收完 09:30，已送到").WaitForAsync();
        await phone.LookAsync("round-sent");
    }

    private async Task ArrivedOnceAsync(VisitorPage desk)
    {
        var page = desk.Page;
        await page.Context.ClearCookiesAsync(); // its morning's sign-in is over
        await desk.GoAsync("/console/rounds/results/");
        await FillSignInAsync(page, "dispatcher-7");
        await page.WaitForURLAsync("**/console/rounds/results/");
        await page.GetByText("放在门口").WaitForAsync();
        Assert.Equal(2, await page.Locator(".round-stops > li").CountAsync());
        Assert.Equal(1, await page.Locator("img").CountAsync());
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('img').naturalWidth > 0"));
        await page.GetByText("车进不去（路窄、有车挡着或在修路）").WaitForAsync();
        Assert.Equal(["旧家具", "洇溜镇中转站（示例）", "没有填", "60"], await page.Locator("tbody tr th, tbody tr td").AllInnerTextsAsync());
        await desk.LookAsync("rounds-results");
        Assert.Equal("collected not-collected booked", string.Join(' ', await Task.WhenAll(_bookings.Select(browser.Portal.StateAsync))));
    }

    private static async Task ForgetAsync(VisitorPage phone)
    {
        var page = phone.Page;
        Assert.Contains("\"rounds\":1", await page.EvaluateAsync<string>(Counts), StringComparison.Ordinal);
        await page.Context.SetOfflineAsync(true);
        await page.Context.Clock.SetFixedTimeAsync(At(0, 1).AddDays(1).UtcDateTime);
        await page.ReloadAsync();
        await page.GetByText("清单已从手机上删掉").WaitForAsync();
        Assert.Equal("""{"keys":0,"rounds":0,"queue":0}""", await page.EvaluateAsync<string>(Counts));
        Assert.Equal(0, await page.Locator("[data-stop]").CountAsync());
        await phone.AssertFlawlessAsync("round, after its day");
        await phone.KeepScreenshotAsync("round-after-360");

        await page.Context.SetOfflineAsync(false);
        await page.Context.Clock.SetFixedTimeAsync(At(12, 5).UtcDateTime);
        await phone.GoAsync("/console/round/");
        await page.GetByRole(AriaRole.Button, new() { Name = "带走今天的清单" }).ClickAsync();
        await page.GetByText("今天的清单已带走").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "退出登录" }).ClickAsync();
        await page.WaitForURLAsync("**/console/sign-in/**");
        Assert.Equal("""{"keys":0,"rounds":0,"queue":0}""", await page.EvaluateAsync<string>(Counts));
    }

    private const string Counts = """
        new Promise(function (done) {
          const request = indexedDB.open("jizhou-round");
          request.onsuccess = function () {
            const counts = {}, all = request.result.transaction(["keys", "rounds", "queue"]);
            ["keys", "rounds", "queue"].forEach(function (name) { const one = all.objectStore(name).count(); one.onsuccess = function () { counts[name] = one.result; }; });
            all.oncomplete = function () { done(JSON.stringify(counts)); };
          };
        })
        """;

    private const string Everything = """
        new Promise(function (done) {
          const request = indexedDB.open("jizhou-round");
          request.onsuccess = function () {
            const found = [], all = request.result.transaction(["keys", "rounds", "queue"]);
            ["keys", "rounds", "queue"].forEach(function (name) { const one = all.objectStore(name).getAll(); one.onsuccess = function () {
              one.result.forEach(function (row) { found.push(Object.assign({}, row, { extractable: row.key && row.key.extractable, data: row.data && new TextDecoder().decode(row.data) })); });
            }; });
            all.oncomplete = function () { done(JSON.stringify(found)); };
          };
        })
        """;

    private static ILocator Card(IPage page, int index) => page.Locator(".round-card").Nth(index);

    private static async Task<IReadOnlyList<string>> StopsAsync(IPage page, string truck) =>
        await page.Locator($"section[data-truck={truck}] li[data-stop]").EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.stop)");

    private static DateTimeOffset At(int hour, int minute) => new(2026, 11, 25, hour, minute, 0, TimeSpan.FromHours(8));

    private static async Task SignInAsync(IPage page, string name, string address)
    {
        await page.GotoAsync(address);
        await FillSignInAsync(page, name);
        await page.WaitForURLAsync("**" + address);
    }

    private static async Task FillSignInAsync(IPage page, string name)
    {
        await page.GetByLabel("用户名").FillAsync(name);
        await page.GetByLabel("密码").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
    }
}
