using System.Globalization;
using System.Text;
using System.Text.Json;
using Jizhou.Public.Api.Bookings;
using Jizhou.Public.Api.Bookings.Notices.Outbox;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Platform.Notices;
using Jizhou.Public.Api.Platform.Notices.Webhook;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.ApiTests.Platform.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Bookings.Notices;

/// <summary>From a change to the receiver: once each, in order, true at the moment of sending, and never lost.</summary>
public abstract class OutboxTests(NoticeFixture fixture)
{
    private readonly WebhookReceiver _receiver = fixture.Accepting();

    [Fact]
    public async Task A_booking_is_told_once_signed_and_without_anything_that_opens_it()
    {
        var server = fixture.Api;
        var resident = new Resident(server.Http);
        var booked = await resident.BookedAsync("centre.2026-12-03.morning", name: "张三", note: "后门");
        Assert.Equal(1, await server.SendAsync());
        Assert.Equal(0, await server.SendAsync());

        var hook = Assert.Single(_receiver.Hooks);
        Assert.Equal(("booking.booked", resident.Phone, NoticeServers.LabelOf(booked), "booked"), (hook.Text("type"), hook.Text("phone"), hook.Text("label"), hook.Text("state")));
        Assert.Equal(("2026-12-03", "morning", "08:00", "12:00"), (hook.Text("date"), hook.Text("window"), hook.Text("startsAt"), hook.Text("endsAt")));
        Assert.Contains("12月3日（周四）上午", hook.Text("text"), StringComparison.Ordinal);
        Assert.StartsWith("示例", hook.Text("text"), StringComparison.Ordinal);
        Assert.True(hook.Json.GetProperty("sample").GetBoolean());
        Assert.Equal(hook.Id, hook.Text("id"));
        Assert.Equal(hook.Headers["webhook-signature"], WebhookSignature.Of(
            Encoding.UTF8.GetBytes(NoticeServers.Secret), hook.Id, long.Parse(hook.Headers["webhook-timestamp"], CultureInfo.InvariantCulture), hook.Body));

        var body = Encoding.UTF8.GetString(hook.Body);
        foreach (var secret in (string[])[booked.GetProperty("reference").GetString()!, NoticeServers.ReferenceOf(booked), booked.GetProperty("manageToken").GetString()!, "张三", "后门", resident.Address, Resident.Yuyang])
        {
            Assert.DoesNotContain(secret, body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_leave_no_phone_number_goes_out_and_the_page_promises_nothing()
    {
        using var server = await fixture.NewAsync(NoticeServers.To(_receiver, includePhone: false));
        var resident = new Resident(server.Http);
        await resident.BookedAsync("centre.2026-12-03.morning");
        await server.SendAsync();
        Assert.DoesNotContain(resident.Phone, Encoding.UTF8.GetString(Assert.Single(_receiver.Hooks).Body), StringComparison.Ordinal);
        Assert.False(await PromisesAsync(server));

        Assert.True(await PromisesAsync(fixture.Api));
    }

    [Fact]
    public async Task What_changed_again_before_it_went_out_is_told_once_as_it_is_now()
    {
        using var server = await fixture.NewAsync(NoticeServers.To(_receiver));
        var (resident, other) = (new Resident(server.Http), new Resident(server.Http));
        _receiver.Refuse(503);
        var booked = await resident.BookedAsync("centre.2026-12-03.morning");
        var stays = await other.BookedAsync("centre.2026-12-03.morning");
        await server.SendAsync();
        await resident.AmendAsync(booked, "centre.2026-12-08.morning");
        await resident.CancelledAsync(booked);
        await other.AmendAsync(stays, "centre.2026-12-09.afternoon");
        await server.SendAsync();

        _receiver.Accept();
        _receiver.Clear();
        server.Clock.Advance(TimeSpan.FromHours(1));
        while (await server.SendAsync() > 0)
        {
            // what was put off
        }

        Assert.Equal(["booking.amended", "booking.cancelled"], _receiver.Hooks.Select(h => h.Text("type")).Order(StringComparer.Ordinal));
        Assert.Contains("12月9日（周三）下午", _receiver.Hooks.Single(h => h.Text("type") == "booking.amended").Text("text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attempts_wait_longer_each_time_end_as_a_dead_letter_and_a_person_rings_instead()
    {
        using var server = await fixture.NewAsync(NoticeServers.To(_receiver));
        var booked = await new Resident(server.Http).BookedAsync("centre.2026-12-03.morning");
        await server.SendAsync();
        _receiver.Clear();
        _receiver.Refuse(503);
        await server.PostponeAsync(booked, "centre.2026-12-11.morning");
        var waits = new List<TimeSpan>();
        for (var attempt = 1; attempt <= BackOff.MostAttempts; attempt++)
        {
            Assert.Equal(1, await server.SendAsync());
            var notice = await LastAsync(server, NoticeChannel.Webhook, "postponed");
            if (notice.State == NoticeState.Dead)
            {
                break;
            }

            Assert.Equal((attempt, "对方回答 503"), (notice.Attempts, notice.Problem));
            waits.Add(notice.DueAt - server.Clock.GetUtcNow());
            Assert.Equal(0, await server.SendAsync());
            server.Clock.Advance(waits[^1] + TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal(BackOff.MostAttempts, _receiver.Hooks.Count);
        Assert.Single(_receiver.Hooks.Select(h => h.Id).Distinct());
        Assert.True(waits[6] > waits[0] * 10);
        Assert.Equal(NoticeState.Waiting, (await LastAsync(server, NoticeChannel.Call, "postponed")).State);

        // Mended, and sent again by hand.
        _receiver.Accept();
        var desk = server.Services.GetRequiredService<BookingDesk>();
        var dead = await LastAsync(server, NoticeChannel.Webhook, "postponed");
        await desk.Database.WriteAsync(async tx => Assert.True(await OutboxStore.ReviveAsync(tx, dead.Number, desk.Clock.Now)), CancellationToken.None);
        Assert.Equal(1, await server.SendAsync());
        Assert.Equal((NoticeState.Sent, dead.Id), ((await LastAsync(server, NoticeChannel.Webhook, "postponed")).State, _receiver.Hooks[^1].Id));
    }

    [Fact]
    public async Task A_receiver_that_is_gone_gets_no_second_attempt()
    {
        var server = fixture.Api;
        _receiver.Refuse(410);
        await new Resident(server.Http).BookedAsync("centre.2026-12-03.morning");
        await server.SendAsync();
        Assert.Equal((NoticeState.Dead, 1), ((await LastAsync(server, NoticeChannel.Webhook, "booked")).State, (await LastAsync(server, NoticeChannel.Webhook, "booked")).Attempts));
    }

    [Fact]
    public async Task What_a_sender_left_leased_when_it_died_goes_out_again_under_the_same_id()
    {
        var server = fixture.Api;
        await new Resident(server.Http).BookedAsync("centre.2026-12-03.morning");
        var desk = server.Services.GetRequiredService<BookingDesk>();
        var notice = await LastAsync(server, NoticeChannel.Webhook, "booked");
        await desk.Database.WriteAsync(
            async tx => Assert.True(await OutboxStore.LeaseAsync(tx, notice.Number, "another", desk.Clock.Now, desk.Clock.Now.AddMinutes(4))), CancellationToken.None);

        Assert.Equal(0, await server.SendAsync());
        server.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(1, await server.SendAsync());
        Assert.Equal(notice.Id, Assert.Single(_receiver.Hooks).Id);

        // The one that was thought dead comes back and must not undo it.
        await desk.Database.WriteAsync(
            async tx => Assert.False(await OutboxStore.EndAsync(tx, notice.Number, "another", NoticeState.Dead, "late", desk.Clock.Now)), CancellationToken.None);
    }

    [Fact]
    public async Task Many_senders_at_once_send_each_message_once()
    {
        var server = fixture.Api;
        for (var i = 0; i < 12; i++)
        {
            await new Resident(server.Http).BookedAsync("centre.2026-12-03.morning");
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(server.SendAsync)));
        while (await server.SendAsync() > 0)
        {
            // whoever came second found the rest leased
        }

        Assert.Equal(12, _receiver.Hooks.Count);
        Assert.Equal(12, _receiver.Hooks.Select(h => h.Id).Distinct().Count());
    }

    [Fact]
    public async Task Nothing_is_told_of_a_change_that_was_undone_with_its_transaction()
    {
        var server = fixture.Api;
        var booked = await new Resident(server.Http).BookedAsync("centre.2026-12-03.morning");
        await server.SendAsync();
        var desk = server.Services.GetRequiredService<BookingDesk>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.Database.WriteAsync<bool>(
            async tx =>
            {
                var before = (await BookingStore.FindAsync(tx.Connection!, NoticeServers.ReferenceOf(booked), tx))!;
                var after = await BookingStore.ChangeStateAsync(tx, before, BookingState.Open, BookingState.Cancelled, "dispatcher", desk.Clock.Now, null);
                await desk.Changes.NoteAsync(tx, new BookingChange(before, after!, "cancelled", "dispatcher", desk.Clock.Now, null));
                throw new InvalidOperationException("no");
            },
            CancellationToken.None));
        Assert.Equal(0, await server.SendAsync());
    }

    [Fact]
    public async Task A_landline_gets_no_text_but_a_call_about_what_it_does_not_know()
    {
        var server = fixture.Api;
        var resident = new Resident(server.Http) { Phone = "02282345678" };
        var booked = await resident.BookedAsync("centre.2026-12-03.morning");
        await server.SendAsync();
        Assert.Equal(NoticeState.Dropped, (await LastAsync(server, NoticeChannel.Webhook, "booked")).State);
        await server.PostponeAsync(booked, "centre.2026-12-08.morning");
        await server.SendAsync();
        Assert.Equal(NoticeState.Waiting, (await LastAsync(server, NoticeChannel.Call, "postponed")).State);
        Assert.Empty(_receiver.Hooks);
    }

    [Fact]
    public async Task Bookings_from_before_the_outbox_are_reminded_too()
    {
        using var server = await fixture.NewAsync(NoticeServers.To(_receiver));
        await new Resident(server.Http).BookedAsync("centre.2026-12-03.morning");
        await server.SendAsync();
        _receiver.Clear();
        var desk = server.Services.GetRequiredService<BookingDesk>();
        await desk.Database.WriteAsync(tx => Dapper.SqlMapper.ExecuteAsync(tx.Connection!, "DELETE FROM notice", transaction: tx), CancellationToken.None);
        var sender = server.Services.GetRequiredService<NoticeSender>();
        await sender.CatchUpAsync(CancellationToken.None);
        await sender.CatchUpAsync(CancellationToken.None);
        server.Clock.Set("2026-12-02 09:00");
        await server.SendAsync();
        Assert.Equal(1, Assert.Single(_receiver.Hooks).Json.GetProperty("daysBefore").GetInt32());
    }

    private static async Task<bool> PromisesAsync(ApiServer server)
    {
        using var answer = await server.Http.GetAsync("/api/v1/bookings/catalogue");
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("reminders").GetBoolean();
    }

    private static async Task<Notice> LastAsync(ApiServer server, string channel, string happened) =>
        (await server.Services.GetRequiredService<BookingDesk>().Database.ReadAsync(
            c => OutboxStore.QueryAsync(c, $"SELECT {OutboxStore.Columns} FROM notice n WHERE n.channel = @channel AND n.event = @happened ORDER BY n.number DESC", new { channel, happened }), CancellationToken.None))[0];
}

/// <summary>On the embedded database.</summary>
public sealed class OutboxOnSqliteTests(SqliteNotices fixture) : OutboxTests(fixture), IClassFixture<SqliteNotices>;

/// <summary>On a real PostgreSQL.</summary>
public sealed class OutboxOnPostgresTests(PostgresNotices fixture) : OutboxTests(fixture), IClassFixture<PostgresNotices>;
