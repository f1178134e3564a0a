using System.Net;
using System.Web;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Accounts;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Console;

/// <summary>Signing in through a single sign-on, against an independent provider; whatever is not right is refused.</summary>
public sealed class SignInWithOidcTests(OidcServer provider) : IClassFixture<OidcServer>
{
    private const string Start = "/console/sign-in/oidc/?ReturnUrl=%2Fconsole%2Fbookings%2F";

    [Fact]
    public async Task A_linked_account_signs_in_and_an_unknown_identity_is_told_what_to_do()
    {
        using var server = await provider.ConsoleAsync();
        using var browser = new ConsoleBrowser(server);
        Assert.Contains("href=\"/console/sign-in/oidc/", await browser.PageAsync("/console/sign-in/"), StringComparison.Ordinal);
        using (var unknown = await FinishAsync(browser, "wang-of-the-district"))
        {
            Assert.Equal(HttpStatusCode.Forbidden, unknown.StatusCode);
            var page = await unknown.Content.ReadAsStringAsync();
            Assert.Contains("还没有关联工作台账号", page, StringComparison.Ordinal);
            Assert.Contains("wang-of-the-district", page, StringComparison.Ordinal);
        }

        Assert.Null(await Changes(server).LinkAsync("wang", "wang-of-the-district", Actor.CommandLine, CancellationToken.None));
        using (var known = await FinishAsync(browser, "wang-of-the-district"))
        {
            Assert.Equal(HttpStatusCode.OK, known.StatusCode);
            Assert.Contains("content=\"0;url=/console/bookings/\"", await known.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Contains("起的预约", await browser.PageAsync("/console/bookings/"), StringComparison.Ordinal);
        Assert.Null(await Changes(server).LockAsync("wang", Actor.CommandLine, CancellationToken.None));
        using var locked = await FinishAsync(new ConsoleBrowser(server), "wang-of-the-district");
        Assert.Equal(HttpStatusCode.Forbidden, locked.StatusCode);
        Assert.Contains("已停用", await locked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_lie_of_a_token_and_every_way_back_that_is_not_ours_is_refused()
    {
        using var server = await provider.ConsoleAsync();
        Assert.Null(await Changes(server).LinkAsync("wang", "wang", Actor.CommandLine, CancellationToken.None));
        using var browser = new ConsoleBrowser(server);
        foreach (var lie in (string[])["audience", "issuer", "nonce", "expired", "signature", "none"])
        {
            await provider.LieAsync(lie);
            using var refused = await FinishAsync(browser, "wang");
            Assert.True(HttpStatusCode.Unauthorized == refused.StatusCode, lie);
            Assert.Contains("没有通过核对", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await provider.LieAsync("");
        await ExpectAsync(browser, HttpStatusCode.BadRequest, back => back.Replace("state=", "state=x", StringComparison.Ordinal));
        await ExpectAsync(browser, HttpStatusCode.Unauthorized, back => back.Replace("code=", "code=x", StringComparison.Ordinal));
        await ExpectAsync(browser, HttpStatusCode.Unauthorized, back => back.Replace("iss=http", "iss=https", StringComparison.Ordinal));
        await ExpectAsync(new ConsoleBrowser(server), HttpStatusCode.BadRequest, back => back, other: browser); // another browser's code: sign-in CSRF

        // A nonce or a challenge that was changed on the way to the provider; a code of another client.
        await ExpectAsync(browser, HttpStatusCode.Unauthorized, back => back, there => Changed(there, "nonce", "chosen-by-an-attacker"));
        await ExpectAsync(browser, HttpStatusCode.Unauthorized, back => back, there => Changed(there, "code_challenge", new string('a', 43)));
        await ExpectAsync(browser, HttpStatusCode.Unauthorized, back => back, there => Changed(there, "client_id", "another-client"));

        // The token is older than it lives, while the browser's ten minutes are not over; then the ten minutes are over.
        using var old = await StartAsync(browser);
        var late = await OidcServer.SignInAsync(old.Headers.Location!.ToString(), "wang");
        server.Clock.Advance(TimeSpan.FromMinutes(7));
        using (var expired = await browser.GetAsync(late))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, expired.StatusCode);
        }

        server.Clock.Set(TimeProvider.System.GetUtcNow());
        using var older = await StartAsync(browser);
        server.Clock.Advance(TimeSpan.FromMinutes(11));
        using (var forgotten = await browser.GetAsync(await OidcServer.SignInAsync(older.Headers.Location!.ToString(), "wang")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, forgotten.StatusCode);
        }

        using var out_ = await browser.GetAsync("/console/");
        Assert.Equal(HttpStatusCode.Redirect, out_.StatusCode); // nothing of all this signed anybody in
    }

    [Fact]
    public async Task A_role_claim_makes_an_account_and_keeps_its_role_and_a_code_works_once()
    {
        using var server = await provider.ConsoleAsync(("Oidc:RoleClaim", "groups"), ("Oidc:Roles", "dispatchers=dispatcher,lookers=viewer"));
        using var browser = new ConsoleBrowser(server);
        using var started = await StartAsync(browser);
        var back = await OidcServer.SignInAsync(started.Headers.Location!.ToString(), "li:dispatchers");
        using (var made = await browser.GetAsync(back))
        {
            Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        }

        using (var twice = await browser.GetAsync(back))
        {
            Assert.Equal(HttpStatusCode.BadRequest, twice.StatusCode);
        }

        var store = server.Services.GetRequiredService<OperatorStore>();
        Assert.Equal(Roles.Dispatcher, (await store.FindSubjectAsync("li", CancellationToken.None))?.Role);
        using (var demoted = await FinishAsync(browser, "li:lookers"))
        {
            Assert.Equal(HttpStatusCode.OK, demoted.StatusCode);
        }

        Assert.Equal(Roles.Viewer, (await store.FindAsync("name-li", CancellationToken.None))?.Role);
        using var stranger = await FinishAsync(browser, "sun:gardeners");
        Assert.Equal(HttpStatusCode.Forbidden, stranger.StatusCode);
        Assert.Null(await store.FindSubjectAsync("sun", CancellationToken.None));
    }

    [Fact]
    public async Task Without_a_provider_there_is_no_button_and_with_a_dead_one_a_page_says_so()
    {
        using var plain = await ConsoleBrowser.ServerWithAsync(Roles.Viewer);
        using var browser = new ConsoleBrowser(plain);
        Assert.DoesNotContain("oidc", await browser.PageAsync("/console/sign-in/"), StringComparison.Ordinal);

        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Viewer, ("Oidc:Authority", "http://127.0.0.1:1"), ("Oidc:ClientId", "x"));
        using var other = new ConsoleBrowser(server);
        using var away = await other.GetAsync("/console/sign-in/oidc/");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.Contains("连不上统一身份认证", await away.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static AccountChanges Changes(ApiServer server) => server.Services.GetRequiredService<AccountChanges>();

    private static async Task<HttpResponseMessage> StartAsync(ConsoleBrowser browser)
    {
        var answer = await browser.GetAsync(Start);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer;
    }

    private static async Task<HttpResponseMessage> FinishAsync(ConsoleBrowser browser, string account)
    {
        using var started = await StartAsync(browser);
        return await browser.GetAsync(await OidcServer.SignInAsync(started.Headers.Location!.ToString(), account));
    }

    private static async Task ExpectAsync(ConsoleBrowser browser, HttpStatusCode status, Func<string, string> back, Func<string, string>? there = null, ConsoleBrowser? other = null)
    {
        using var started = await StartAsync(other ?? browser);
        var address = started.Headers.Location!.ToString();
        using var answer = await browser.GetAsync(back(await OidcServer.SignInAsync(there is null ? address : there(address), "wang")));
        Assert.Equal(status, answer.StatusCode);
    }

    private static string Changed(string address, string parameter, string value)
    {
        var uri = new UriBuilder(address);
        var query = HttpUtility.ParseQueryString(uri.Query);
        Assert.NotNull(query[parameter]);
        query[parameter] = value;
        uri.Query = query.ToString();
        return uri.ToString();
    }
}
