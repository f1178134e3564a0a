using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Operators.Accounts;
using Jizhou.Public.Api.Platform.Operators.Audit;
using Jizhou.Public.ApiTests.Bookings;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Console;

/// <summary>Accounts, own passwords, sessions and keys in the console, on one kind of database.</summary>
public abstract class AccountsTests(ConsoleServers servers)
{
    private static int _count;
    private readonly ApiServer _server = servers.Api;
    private readonly string _admin = NewName("admin");
    private readonly string _wang = NewName("wang");

    [Fact]
    public async Task An_account_is_made_shown_its_password_once_and_must_change_it()
    {
        using var admin = await AdminAsync();
        var li = "李 " + NewName("梅");
        using var wrong = await admin.SubmitAsync("/console/accounts/new/", "/console/accounts/new/", ("name", "x"), ("role", "boss"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var made = await admin.SubmitAsync("/console/accounts/new/", "/console/accounts/new/", ("name", li), ("role", Roles.Dispatcher), ("password", ""));
        var password = Once(await made.Content.ReadAsStringAsync());
        Assert.DoesNotContain(password, await admin.PageAsync("/console/accounts/?words=" + Uri.EscapeDataString(li)), StringComparison.Ordinal);
        using var again = await admin.SubmitAsync("/console/accounts/new/", "/console/accounts/new/", ("name", li), ("role", Roles.Viewer), ("password", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);

        using var browser = new ConsoleBrowser(_server);
        using (var first = await browser.SignInAsync(li, password))
        {
            Assert.Equal("/console/password/", first.Headers.Location!.ToString());
        }

        using (var elsewhere = await browser.GetAsync("/console/bookings/"))
        {
            Assert.Equal("/console/password/", elsewhere.Headers.Location!.ToString());
        }

        foreach (var (old, wanted, repeated, ok) in new[]
        {
            ("wrong one", "a sentence of my own", "a sentence of my own", false), (password, "short", "short", false), (password, "a sentence of my own", "another", false),
            (password, password, password, false), (password, "a sentence of my own", "a sentence of my own", true),
        })
        {
            using var changed = await browser.SubmitAsync("/console/password/", "/console/password/", ("old", old), ("password", wanted), ("again", repeated));
            Assert.Equal(ok ? HttpStatusCode.Redirect : HttpStatusCode.UnprocessableEntity, changed.StatusCode);
        }

        Assert.Contains("起的预约", await browser.PageAsync("/console/bookings/"), StringComparison.Ordinal);
        Assert.Contains("修改自己的密码", await admin.PageAsync("/console/audit/"), StringComparison.Ordinal);
        using var forbidden = await browser.GetAsync("/console/accounts/");
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
    }

    [Fact]
    public async Task Changing_a_role_resetting_locking_and_removing_end_the_sessions_and_are_noted()
    {
        using var admin = await AdminAsync();
        using var wang = await WangAsync();
        var account = $"/console/accounts/account/?name={_wang}";

        await OutAfterAsync(() => admin.SubmitAsync(account, "/console/accounts/role/", ("name", _wang), ("role", Roles.Dispatcher)));
        await OutAfterAsync(() => admin.SubmitAsync($"/console/accounts/lock/?name={_wang}", "/console/accounts/lock/", ("name", _wang)));
        using (var browser = new ConsoleBrowser(_server))
        using (var locked = await browser.SignInAsync(_wang))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, locked.StatusCode);
        }

        Assert.Contains("已停用", await admin.PageAsync(account), StringComparison.Ordinal);
        using (await admin.SubmitAsync(account, "/console/accounts/unlock/", ("name", _wang)))
        {
            await OutAfterAsync(() => admin.SubmitAsync($"/console/accounts/password/?name={_wang}", "/console/accounts/password/", ("name", _wang)));
        }

        Assert.Contains("等待本人", await admin.PageAsync(account), StringComparison.Ordinal);
        using var removed = await admin.SubmitAsync($"/console/accounts/remove/?name={_wang}", "/console/accounts/remove/", ("name", _wang));
        Assert.Equal("/console/accounts/?done=1", removed.Headers.Location!.ToString());
        Assert.DoesNotContain($"name={_wang}", await admin.PageAsync($"/console/accounts/?words={_wang}"), StringComparison.Ordinal);
        var log = await admin.PageAsync("/console/audit/");
        Assert.All(["换角色", "停用账号", "恢复账号", "重设密码", "删除账号"], action => Assert.Contains(action, log, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_takes_the_last_way_in_away()
    {
        using var admin = await AdminAsync();
        foreach (var path in (string[])["lock", "remove"])
        {
            using var refused = await admin.SubmitAsync($"/console/accounts/{path}/?name={_admin}", $"/console/accounts/{path}/", ("name", _admin));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains("不能对自己的账号", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        // Two administrators who lock each other at the same moment, when there are no more: one of them stays.
        var other = NewName("other");
        await ConsoleBrowser.AddAsync(_server, other, Roles.Administrator);
        var store = _server.Services.GetRequiredService<OperatorStore>();
        foreach (var account in await store.ListAsync(CancellationToken.None))
        {
            if (account.Role == Roles.Administrator && account.Name != other && account.Name != _admin)
            {
                await store.RemoveAsync(account.Name, CancellationToken.None);
            }
        }

        var changes = _server.Services.GetRequiredService<AccountChanges>();
        var outcomes = await Task.WhenAll(
            changes.LockAsync(other, new Actor(_admin, Roles.Administrator), CancellationToken.None),
            changes.LockAsync(_admin, new Actor(other, Roles.Administrator), CancellationToken.None));
        Assert.Single(outcomes, outcome => outcome is null);
        Assert.Single(outcomes, outcome => outcome is not null && outcome.Contains("最后一个能用的管理员", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_pause_after_wrong_passwords_is_shown_and_lifted()
    {
        using var admin = await AdminAsync();
        using var browser = await WangAsync();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await browser.SignInAsync(_wang, "wrong password");
        }

        using (var paused = await browser.SignInAsync(_wang))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, paused.StatusCode);
        }

        var until = _server.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).AddMinutes(15);
        Assert.Contains($"暂停到 {until:HH:mm}", await admin.PageAsync($"/console/accounts/?role=viewer&words={_wang}"), StringComparison.Ordinal);
        using var lifted = await admin.SubmitAsync($"/console/accounts/account/?name={_wang}", "/console/accounts/lift/", ("name", _wang));
        using var signedIn = await browser.SignInAsync(_wang);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.Contains("解除登录暂停", await admin.PageAsync("/console/audit/?action=account-pause-lift"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Villages_of_an_agent_are_chosen_by_township()
    {
        var agent = NewName("agent");
        await ConsoleBrowser.AddAsync(_server, agent, Roles.VillageAgent);
        using var admin = await AdminAsync();
        var page = $"/console/accounts/account/?name={agent}&township=120119100";
        Assert.Contains("还没有定", await admin.PageAsync(page), StringComparison.Ordinal);
        using (var saved = await admin.SubmitAsync(page, "/console/accounts/villages/", ("name", agent), ("township", "120119100"), ("code", Resident.Yuyang), ("code", "120119999999")))
        {
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        }

        var villages = _server.Services.GetRequiredService<OperatorVillages>();
        Assert.Equal([Resident.Yuyang], await villages.OfAsync(agent, CancellationToken.None));
        using (var whole = await admin.SubmitAsync(page, "/console/accounts/villages/", ("name", agent), ("township", "120119100"), ("code", Resident.Yuyang), ("code", "120119100")))
        {
            Assert.Equal(["120119100"], await villages.OfAsync(agent, CancellationToken.None));
        }

        Assert.True(OperatorVillages.Holds(["120119100"], Resident.Yuyang));
        Assert.False(OperatorVillages.Holds(["120119100"], "120119101201"));
        Assert.Contains("改负责的村", await admin.PageAsync("/console/audit/?action=account-villages"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sessions_end_when_idle_and_after_the_longest_time()
    {
        using var wang = await WangAsync();
        using var browser = await ConsoleBrowser.SignedInAsync(_server, _wang);
        for (var minutes = 0; minutes < 160; minutes += 40)
        {
            _server.Clock.Advance(TimeSpan.FromMinutes(40));
            await browser.PageAsync("/console/bookings/");
        }

        _server.Clock.Advance(TimeSpan.FromMinutes(21)); // three hours and a minute after signing in, 21 after the last request
        await ExpectOutAsync(browser);

        using var idle = await ConsoleBrowser.SignedInAsync(_server, _wang);
        _server.Clock.Advance(TimeSpan.FromMinutes(61));
        await ExpectOutAsync(idle);
    }

    [Fact]
    public async Task A_key_is_shown_once_listed_and_revoked()
    {
        using var admin = await AdminAsync();
        using var issued = await admin.SubmitAsync("/console/keys/", "/console/keys/", ("scope", "terminals"), ("name", "示例终端 1 号"));
        var key = Once(await issued.Content.ReadAsStringAsync());
        var list = await admin.PageAsync("/console/keys/");
        Assert.DoesNotContain(key, list, StringComparison.Ordinal);
        Assert.Contains("示例终端 1 号", list, StringComparison.Ordinal);
        var id = key.Split('_')[1];
        using var revoked = await admin.SubmitAsync($"/console/keys/{id}/revoke/", $"/console/keys/{id}/revoke/");
        Assert.DoesNotContain($"/console/keys/{id}/revoke/", await admin.PageAsync("/console/keys/"), StringComparison.Ordinal);
        var log = await admin.PageAsync("/console/audit/?words=" + id);
        Assert.Contains("发放密钥", log, StringComparison.Ordinal);
        Assert.Contains("吊销密钥", log, StringComparison.Ordinal);
    }

    private static string NewName(string word) => string.Create(CultureInfo.InvariantCulture, $"{word}-{Interlocked.Increment(ref _count):000}");

    private async Task<ConsoleBrowser> AdminAsync()
    {
        await ConsoleBrowser.AddAsync(_server, _admin, Roles.Administrator);
        return await ConsoleBrowser.SignedInAsync(_server, _admin);
    }

    private async Task<ConsoleBrowser> WangAsync()
    {
        await ConsoleBrowser.AddAsync(_server, _wang, Roles.Viewer);
        return new ConsoleBrowser(_server);
    }

    private async Task OutAfterAsync(Func<Task<HttpResponseMessage>> change)
    {
        using var browser = await ConsoleBrowser.SignedInAsync(_server, _wang);
        await browser.PageAsync("/console/bookings/");
        using var answer = await change();
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        await ExpectOutAsync(browser);
    }

    private static async Task ExpectOutAsync(ConsoleBrowser browser)
    {
        using var answer = await browser.GetAsync("/console/bookings/");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/console/sign-in/", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private static string Once(string page) => Regex.Match(page, "class=\"shown-once\">([^<]{20,})<").Groups[1].Value is { Length: > 0 } secret ? secret : throw new InvalidOperationException(page);
}

/// <summary>One server for all of a class, whose sessions are short.</summary>
/// <param name="servers">On which kind of database.</param>
public abstract class ConsoleServers(BookingServers servers) : IAsyncLifetime
{
    /// <summary>The server.</summary>
    public ApiServer Api { get; private set; } = null!;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        await servers.InitializeAsync();
        Api = await servers.NewAsync(("Limits:SignInsPerMinute", "1000"), ("Sessions:IdleMinutes", "60"), ("Sessions:LongestHours", "3"));
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await Api.DisposeAsync();
        await servers.DisposeAsync();
    }
}

/// <summary>On the embedded database.</summary>
public sealed class SqliteConsole() : ConsoleServers(new SqliteBookings());

/// <summary>On a real PostgreSQL.</summary>
public sealed class PostgresConsole() : ConsoleServers(new PostgresBookings());

/// <summary>On the embedded database.</summary>
public sealed class AccountsOnSqliteTests(SqliteConsole servers) : AccountsTests(servers), IClassFixture<SqliteConsole>;

/// <summary>On a real PostgreSQL.</summary>
public sealed class AccountsOnPostgresTests(PostgresConsole servers) : AccountsTests(servers), IClassFixture<PostgresConsole>;
