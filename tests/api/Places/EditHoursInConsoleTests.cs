using System.Text.RegularExpressions;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.ApiTests.Console;

namespace Jizhou.Public.ApiTests.Places;

/// <summary>The hours of one place, changed without a file.</summary>
public sealed class EditHoursInConsoleTests
{
    [Fact]
    public async Task An_editor_changes_the_hours_of_one_place_after_seeing_how_they_are_read()
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Editor);
        using var browser = await ConsoleBrowser.SignedInAsync(server);
        var found = await browser.PageAsync("/console/places/?q=%E7%A4%BA%E4%BE%8B");
        var hours = Regex.Match(found, "href=\"(/console/places/[^\"]+/hours/)\"").Groups[1].Value;
        var token = ConsoleBrowser.Token(await browser.PageAsync(hours));
        using (var preview = await browser.PostAsync(hours, ("form-token", token), ("hours", "每天8点到18点，节假日休息")))
        {
            Assert.Contains("读作：周一至周日 8:00–18:00；法定节假日 不开放", await preview.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var saved = await browser.PostAsync(hours, ("form-token", token), ("hours", "每天8点到18点，节假日休息"), ("save", "1"));
        Assert.Equal(hours + "?saved=1", saved.Headers.Location!.ToString());
        var id = hours.Split('/')[3];
        Assert.Contains("周一至周日 8:00–18:00；法定节假日 不开放", await server.Http.GetStringAsync($"/places/{id}/"), StringComparison.Ordinal);
        Assert.Contains($"\"{id}\"", (await server.Http.GetStringAsync("/api/v1/places/changes?since=2026-11-22T00:00:00%2B08:00&limit=1000")).Split("\"changed\"")[0], StringComparison.Ordinal);
        Assert.Contains("的时间改为", await browser.PageAsync("/console/imports/undo/"), StringComparison.Ordinal);
    }
}
