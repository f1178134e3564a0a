using Jizhou.Public.BrowserTests.Running;

namespace Jizhou.Public.BrowserTests.Appearance;

/// <summary>Keeps a picture of each kind of page in each state, and fails when one does not fit its window.</summary>
[Collection("pages")]
public sealed class ScreenshotsTests(BrowserFixture browser)
{
    public static TheoryData<string, string> Templates => new()
    {
        { "home", "/" }, { "sorting", "/sorting/" }, { "category", "/sorting/kitchen/" }, { "items", "/sorting/items/" },
        { "item", "/sorting/items/nai-cha-bei/" }, { "guide", "/inns/kitchen-waste/" }, { "plastics", "/plastics/" }, { "places", "/places/" },
        { "booking", "/booking/" }, { "manage", "/booking/manage/" }, { "booking-statistics", "/booking/statistics/" }, { "indicators", "/data/indicators/" },
        { "plastics-check", "/plastics/check/?business=inn&product=cutlery" }, { "plastics-answers", "/plastics/check/inn/" }, { "plastics-matrix", "/plastics/matrix/" },
        { "ledger", "/plastics/ledger/" }, { "inns-today", "/inns/today/" }, { "collectors", "/inns/collectors/" }, { "self-check", "/inns/self-check/" },
        { "print-list", "/inns/print/" }, { "print-sheet", "/inns/print/four-bins/" }, { "publicity", "/inns/publicity/" }, { "visit", "/visit/" }, { "quiz", "/visit/quiz/" },
        { "plan", "/plan/" }, { "plan-chapter", "/plan/chapter-7/" }, { "plan-offices", "/plan/departments/" }, { "plan-office", "/plan/departments/agriculture/" },
        { "plan-figures", "/plan/figures/" }, { "plan-contradictions", "/plan/inconsistencies/" }, { "hand-in", "/farm/hand-in/" }, { "prices", "/places/prices/" },
        { "report", "/report/" }, { "report-status", "/report/status/" },
        { "developers", "/data/developers/" }, { "missing", "/no/such/page/" }, { "sign-in", "/console/sign-in" },
    };

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Every_template_fits_the_phone_the_desk_and_the_elder_version(string name, string path)
    {
        foreach (var (state, visitor, query) in States)
        {
            await using var page = await browser.OpenAsync(path + query, visitor);
            await page.AssertFitsAsync($"{path} ({state})");
            await page.KeepScreenshotAsync($"{name}-{state}");
        }
    }

    private static readonly (string State, Visitor Visitor, string Query)[] States =
    [
        ("360", Visitor.OnAPhone, ""),
        ("1280", Visitor.AtADesk, ""),
        ("dark", Visitor.OnAPhone with { Dark = true }, ""),
        ("elder", Visitor.OnAPhone, "?elder=1"),
        ("320", new Visitor(320, 640), ""),
    ];
}
