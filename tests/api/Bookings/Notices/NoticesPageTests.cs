using System.Net;
using System.Text.RegularExpressions;
using Jizhou.Public.Api.Platform.Operators;
using Jizhou.Public.Api.Platform.Telemetry;
using Jizhou.Public.ApiTests.Console;
using Jizhou.Public.ApiTests.Platform.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Bookings.Notices;

/// <summary>/console/notices/: what waits, what is dead and why, and sending it again.</summary>
public sealed partial class NoticesPageTests : IAsyncLifetime
{
    private WebhookReceiver _receiver = null!;

    [Fact]
    public async Task A_dead_letter_is_seen_with_its_reason_measured_and_sent_again_with_a_note_of_who_did_it()
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Administrator, NoticeServers.To(_receiver));
        using var browser = await ConsoleBrowser.SignedInAsync(server);
        var resident = new Resident(server.Http);
        _receiver.Refuse(410);
        var first = await resident.BookedAsync("centre.2026-12-03.morning");
        var second = await new Resident(server.Http).BookedAsync("centre.2026-12-03.morning");
        await server.SendAsync();
        Assert.Equal(2, await FigureAsync(server, "jizhou.outbox.dead"));
        Assert.Contains("有 2 条通知发不出去", await browser.PageAsync("/console/"), StringComparison.Ordinal);

        var page = await browser.PageAsync("/console/notices/");
        Assert.Contains("对方回答 410：不再接收", page, StringComparison.Ordinal);
        Assert.Contains(NoticeServers.LabelOf(first), page, StringComparison.Ordinal);
        Assert.DoesNotContain(resident.Phone, page, StringComparison.Ordinal);
        Assert.DoesNotContain(NoticeServers.ReferenceOf(first), page, StringComparison.Ordinal);

        _receiver.Accept();
        _receiver.Clear();
        using var resent = await browser.SubmitAsync("/console/notices/", ResendForm().Match(page).Value);
        Assert.Equal("/console/notices/?resent=1", resent.Headers.Location?.OriginalString);
        await server.SendAsync();
        Assert.Equal(NoticeServers.LabelOf(second), Assert.Single(_receiver.Hooks).Text("label")); // the newest stands first

        Assert.Contains("有 1 条通知发不出去", await browser.PageAsync("/console/notices/resend/"), StringComparison.Ordinal);
        using var all = await browser.SubmitAsync("/console/notices/resend/", "/console/notices/resend/");
        Assert.Equal("/console/notices/?resent=1", all.Headers.Location?.OriginalString);
        await server.SendAsync();
        Assert.Equal(2, _receiver.Hooks.Count);
        Assert.Contains("重发 1 条发不出去的通知", await browser.PageAsync("/console/audit/?action=notice-resend"), StringComparison.Ordinal);

        Assert.Contains("已发", await browser.PageAsync("/console/notices/?state=sent&channel=webhook"), StringComparison.Ordinal);
        Assert.Contains("提醒（提前 3 天）", await browser.PageAsync("/console/notices/?state=waiting"), StringComparison.Ordinal);
        Assert.Contains("没有这样的通知", await browser.PageAsync("/console/notices/?state=dead"), StringComparison.Ordinal);
        using var stale = await browser.PostAsync("/console/notices/resend/", ("form-token", "wrong"));
        Assert.Equal(HttpStatusCode.BadRequest, stale.StatusCode);
    }

    [Fact]
    public async Task The_age_of_the_outbox_grows_while_a_message_fails()
    {
        using var server = await ConsoleBrowser.ServerWithAsync(Roles.Administrator, NoticeServers.To(_receiver));
        _receiver.Refuse(500);
        await new Resident(server.Http).BookedAsync("centre.2026-12-03.morning");
        await server.SendAsync();
        server.Clock.Advance(TimeSpan.FromMinutes(90));
        Assert.Equal(5400, await FigureAsync(server, "jizhou.outbox.age"));
        using var browser = await ConsoleBrowser.SignedInAsync(server);
        Assert.Contains("最久的等了 90 分钟", await browser.PageAsync("/console/notices/"), StringComparison.Ordinal);
    }

    public async Task InitializeAsync() => _receiver = await WebhookReceiver.StartedAsync();

    public async Task DisposeAsync() => await _receiver.DisposeAsync();

    private static async Task<double?> FigureAsync(ApiServer server, string name) =>
        await server.Services.GetServices<IGauge>().Single(gauge => gauge.Name == name).ReadAsync(CancellationToken.None);

    [GeneratedRegex("/console/notices/[0-9]+/resend/", RegexOptions.None, 1000)]
    private static partial Regex ResendForm();
}
