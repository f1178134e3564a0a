using System.Net;
using System.Text.RegularExpressions;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.ApiTests.Bookings;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Console;

/// <summary>Signing in and out, and the list of a day's bookings.</summary>
public sealed class ConsoleTests
{
    [Fact]
    public async Task Nobody_gets_in_without_signing_in()
    {
        using var server = new ApiServer();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/console/?day=2026-11-25") { Headers = { Host = "forged.example" } };
        using var answer = await server.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/console/sign-in/?ReturnUrl=%2Fconsole%2F%3Fday%3D2026-11-25", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_cookie_is_hidden_from_scripts_and_other_sites()
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Dispatcher);
        using var browser = new ConsoleBrowser(server);
        using var answer = await browser.SignInAsync();
        Assert.Equal((HttpStatusCode.Redirect, "/console/"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-", StringComparison.Ordinal)).ToLowerInvariant();
        Assert.All(["httponly", "secure", "samesite=strict", "path=/"], part => Assert.Contains(part, cookie, StringComparison.Ordinal));
        Assert.DoesNotContain("domain=", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_a_day_masks_the_phone_and_shows_no_name_address_or_note()
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Dispatcher);
        var resident = new Resident(server.Http);
        var booked = await resident.BookedAsync("centre.2026-11-24.morning", "sofa", name: "<b>张三</b>", note: "后门");
        using var browser = new ConsoleBrowser(server);
        using var signedIn = await browser.SignInAsync();

        Assert.Contains("2026年11月22日（周日）的预约：0 个", await browser.PageAsync("/console/bookings/?from=2026-11-22&to=2026-11-22"), StringComparison.Ordinal);
        const string day = "/console/bookings/?from=2026-11-24&to=2026-11-24";
        var page = await browser.PageAsync(day);
        Assert.Contains("2026年11月24日（周二）的预约：1 个，约 1.2 立方米。", page, StringComparison.Ordinal);
        Assert.Contains(booked.GetProperty("label").GetString()!, page, StringComparison.Ordinal);
        Assert.Contains($"139****{resident.Phone[^4..]}", page, StringComparison.Ordinal);
        Assert.Contains("沙发（两人以上） 1件", page, StringComparison.Ordinal);
        Assert.All([resident.Phone, "张三", "后门", resident.Address], secret => Assert.DoesNotContain(secret, page, StringComparison.Ordinal));
        Assert.Contains("noindex", page, StringComparison.Ordinal);

        using var cancelled = await resident.CancelAsync(booked);
        Assert.Contains("2026年11月24日（周二）的预约：0 个，约 0 立方米；另有 1 个已取消。", await browser.PageAsync(day), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?date=2026-11-24", "2026-11-24")]
    [InlineData("", "2026-11-22")]
    [InlineData("?date=0001-01-01", "2026-11-22")]
    public async Task The_old_address_of_a_days_list_leads_to_that_day(string query, string day)
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Viewer);
        using var browser = await ConsoleBrowser.SignedInAsync(server);
        using var answer = await browser.GetAsync("/console/day/" + query);
        Assert.Equal($"/console/bookings/?from={day}&to={day}", answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData(Roles.Editor)]
    [InlineData(Roles.Crew)]
    public async Task A_role_without_the_right_is_told_so(string role)
    {
        using var server = await ConsoleBrowser.ServerWithAsync(role);
        using var browser = new ConsoleBrowser(server);
        using var signedIn = await browser.SignInAsync();
        using var answer = await browser.GetAsync("/console/bookings/");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("您的角色不能做这件事", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_refused()
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Dispatcher);
        using var browser = new ConsoleBrowser(server);
        using var signIn = await browser.PostAsync("/console/sign-in/", ("name", "wang"), ("password", ConsoleBrowser.Password));
        Assert.Equal(HttpStatusCode.BadRequest, signIn.StatusCode);
        Assert.False(signIn.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith("__Host-", StringComparison.Ordinal)));

        using var signedIn = await browser.SignInAsync();
        using var signOut = await browser.PostAsync("/console/sign-out/");
        Assert.Equal(HttpStatusCode.BadRequest, signOut.StatusCode);
        Assert.Contains("预约", await browser.PageAsync("/console/bookings/"), StringComparison.Ordinal); // still in
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Viewer);
        using var browser = new ConsoleBrowser(server);
        using var signedIn = await browser.SignInAsync();
        using var signOut = await browser.PostAsync("/console/sign-out/", ("form-token", ConsoleBrowser.Token(await browser.PageAsync("/console/bookings/"))));
        Assert.Equal(HttpStatusCode.Redirect, signOut.StatusCode);
        using var answer = await browser.GetAsync("/console/");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task A_removed_account_is_out_at_once()
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Viewer);
        using var browser = new ConsoleBrowser(server);
        using var signedIn = await browser.SignInAsync();
        Assert.Contains("起的预约", await browser.PageAsync("/console/bookings/"), StringComparison.Ordinal);
        Assert.True(await server.Services.GetRequiredService<OperatorStore>().RemoveAsync("WANG", CancellationToken.None));
        using var answer = await browser.GetAsync("/console/");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_account_waits_15_minutes_and_nothing_tells_which_was_wrong()
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Viewer, ("Limits:SignInsPerMinute", "1000"));
        using var browser = new ConsoleBrowser(server);
        var pages = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await browser.SignInAsync("wang", "wrong password");
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
            pages.Add(await wrong.Content.ReadAsStringAsync());
        }

        using var locked = await browser.SignInAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, locked.StatusCode);
        pages.Add(await locked.Content.ReadAsStringAsync());
        using var unknown = await browser.SignInAsync("nobody", "wrong password");
        pages.Add((await unknown.Content.ReadAsStringAsync()).Replace("value=\"nobody\"", "value=\"wang\"", StringComparison.Ordinal));
        Assert.Single(pages.Select(p => Regex.Replace(p, "name=\"form-token\" value=\"[^\"]*\"", "")).Distinct());

        server.Clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1));
        using var later = await browser.SignInAsync();
        Assert.Equal(HttpStatusCode.Redirect, later.StatusCode);
    }

    [Fact]
    public async Task Sign_ins_of_one_address_are_counted()
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Viewer);
        using var browser = new ConsoleBrowser(server);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++)
        {
            using var answer = await browser.SignInAsync($"somebody{i}", "wrong password");
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, statuses[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/")]
    [InlineData("/console//example.org/")]
    [InlineData("/\\example.org")]
    public async Task The_way_back_leads_only_into_the_console(string returnUrl)
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Viewer);
        using var browser = new ConsoleBrowser(server);
        using var answer = await browser.SignInAsync(returnUrl: returnUrl);
        Assert.Equal("/console/", answer.Headers.Location!.ToString());
    }
}
