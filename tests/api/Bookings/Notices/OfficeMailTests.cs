using Jizhou.Public.Api.Bookings;
using Jizhou.Public.Api.Bookings.Notices.Outbox;
using Jizhou.Public.ApiTests.Platform.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Bookings.Notices;

/// <summary>What the office is written: numbers and links, once each, nothing personal.</summary>
public sealed class OfficeMailTests(SqliteBookings servers) : IClassFixture<SqliteBookings>
{
    [Fact]
    public async Task The_office_hears_each_morning_whom_to_ring_and_each_week_that_the_holiday_notice_is_missing()
    {
        using var mail = await SmtpServer.StartedAsync();
        using var server = await servers.NewAsync(NoticeServers.To(mail));
        var resident = new Resident(server.Http);
        var booked = await resident.BookedAsync("centre.2026-11-26.morning", name: "张三");
        await server.LookAroundAsync(); // Sunday at ten: the notice of 2027 is missing, nobody is to be rung
        await server.SendAsync();
        Assert.Equal("【示例】还没有录入 2027 年放假安排", mail.Mail().GetProperty("subject").GetString());

        foreach (var minute in (string[])["2026-11-23 07:59", "2026-11-23 08:00", "2026-11-23 08:01", "2026-11-23 12:00"])
        {
            server.Clock.Set(minute);
            await server.LookAroundAsync();
            await server.SendAsync();
        }

        var mails = new[] { mail.Mail(), mail.Mail() };
        Assert.True(mail.IsEmpty);
        var calls = mails.Single(m => m.GetProperty("subject").GetString() == "【示例】今天有 1 个电话要打");
        Assert.Contains(mails, m => m.GetProperty("subject").GetString()!.Contains("2027", StringComparison.Ordinal)); // another week
        var text = calls.GetProperty("text").GetString()!;
        Assert.Contains("/console/calls/", text, StringComparison.Ordinal);
        foreach (var secret in (string[])[resident.Phone, "张三", NoticeServers.LabelOf(booked), resident.Address])
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("later@example.com", NoticeState.Waiting, "451")]
    [InlineData("never@example.com", NoticeState.Dead, "550")]
    public async Task A_4xx_is_tried_again_and_a_5xx_is_a_dead_letter(string receiver, string state, string code)
    {
        using var mail = await SmtpServer.StartedAsync();
        using var server = await servers.NewAsync(NoticeServers.To(mail, receiver));
        _ = server.Http;
        await server.LookAroundAsync();
        await server.SendAsync();
        var notice = Assert.Single(await server.Services.GetRequiredService<BookingDesk>().Database.ReadAsync(
            c => OutboxStore.QueryAsync(c, $"SELECT {OutboxStore.Columns} FROM notice n WHERE n.channel = 'mail'", new { }), CancellationToken.None));
        Assert.Equal((state, 1), (notice.State, notice.Attempts));
        Assert.Contains(code, notice.Problem, StringComparison.Ordinal);
    }
}
