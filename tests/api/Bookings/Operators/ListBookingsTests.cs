using System.Net;
using System.Text.RegularExpressions;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.ApiTests.Console;

namespace Jizhou.Public.ApiTests.Bookings.Operators;

/// <summary>Lists of bookings at the desk, and who may see any of it.</summary>
public abstract class ListBookingsTests(DeskServers servers) : DeskScene(servers)
{
    [Fact]
    public async Task Lists_are_filtered_paged_without_loss_and_exported_masked()
    {
        var resident = new Resident(Server.Http);
        for (var i = 0; i < 55; i++)
        {
            await new Resident(Server.Http).BookedAsync($"centre.2026-12-{7 + (i % 5):00}.afternoon", "chair");
        }

        var inn = await resident.BookedAsync("centre.2026-12-14.morning", "sofa", address: NewAddress());
        using var desk = await DeskAsync(Roles.Viewer);
        const string week = "/console/bookings/?from=2026-12-07&to=2026-12-11";
        var first = await desk.PageAsync(week);
        var second = await desk.PageAsync(WebUtility.HtmlDecode(Regex.Match(first, "<a href=\"([^\"]*after=[^\"]*)\"").Groups[1].Value));
        var seen = Regex.Matches(first + second, "href=\"(/console/bookings/[0-9A-Z]{12}/)\"").Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.True(seen.Count >= 55, $"{seen.Count}");

        var label = inn.GetProperty("label").GetString()!;
        async Task<bool> ShowsAsync(string query) => (await desk.PageAsync("/console/bookings/?from=2026-12-14&to=2026-12-14" + query)).Contains(label, StringComparison.Ordinal);
        Assert.True(await ShowsAsync(""));
        Assert.True(await ShowsAsync("&area=centre&village=120119100&service=furniture&class=resident&state=booked&channel=web&only=unassigned"));
        Assert.True(await ShowsAsync($"&village={Resident.Yuyang}"));
        Assert.False(await ShowsAsync("&area=north"));
        Assert.False(await ShowsAsync("&village=120119101"));
        Assert.False(await ShowsAsync("&service=appliance"));
        Assert.False(await ShowsAsync("&class=inn"));
        Assert.False(await ShowsAsync("&state=cancelled"));
        Assert.False(await ShowsAsync("&channel=phone"));
        Assert.False(await ShowsAsync("&only=overdue"));
        Assert.False(await ShowsAsync("&truck=none-such"));
        await PutIntoRoundAsync(inn.GetProperty("reference").GetString()!.Replace("-", "", StringComparison.Ordinal));
        Assert.True(await ShowsAsync("&truck=sample-truck-x"));
        Assert.False(await ShowsAsync("&only=unassigned"));

        var now = Server.Clock.GetUtcNow();
        Server.Clock.Set(new DateTimeOffset(2026, 12, 15, 9, 0, 0, TimeSpan.FromHours(8)));
        using var later = await ConsoleBrowser.SignedInAsync(Server, desk.Name);
        var overdue = await later.PageAsync("/console/bookings/?only=overdue&from=2026-12-14");
        Server.Clock.Set(now);
        Assert.Contains(label, overdue, StringComparison.Ordinal);

        using var file = await desk.GetAsync("/console/bookings.csv?from=2026-12-14&to=2026-12-14");
        var csv = await file.Content.ReadAsStringAsync();
        Assert.Contains($",{label},2026-12-14,上午,centre,渔阳镇,东北隅村,沙发（两人以上） 1件,1.2,居民,", csv, StringComparison.Ordinal);
        Assert.Contains($"139****{resident.Phone[^4..]}", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(resident.Phone, csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_operators_are_told_that_their_role_may_not()
    {
        foreach (var role in (string[])[Roles.Crew, Roles.Editor])
        {
            using var other = await DeskAsync(role);
            foreach (var path in (string[])["/console/bookings/", "/console/bookings.csv", New, "/console/bookings/000000000000/"])
            {
                using var answer = await other.GetAsync(path);
                Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            }
        }

        using var viewer = await DeskAsync(Roles.Viewer);
        using var booking = await viewer.GetAsync(New);
        Assert.Equal(HttpStatusCode.Forbidden, booking.StatusCode);
    }
}

/// <summary>On the embedded database.</summary>
[Collection("desk on SQLite")]
public sealed class ListBookingsOnSqliteTests(SqliteDesk servers) : ListBookingsTests(servers);

/// <summary>On a real PostgreSQL.</summary>
[Collection("desk on PostgreSQL")]
public sealed class ListBookingsOnPostgresTests(PostgresDesk servers) : ListBookingsTests(servers);
