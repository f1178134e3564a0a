using System.Net;
using System.Text.Json;
using Jizhou.Public.Api.Bookings;
using Jizhou.Public.Api.Bookings.Notices.Outbox;
using Jizhou.Public.Api.Bookings.Reservations;
using Jizhou.Public.Api.Bookings.Slots;
using Jizhou.Public.Api.Platform.Persistence;
using Jizhou.Public.ApiTests.Platform.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace Jizhou.Public.ApiTests.Bookings.Notices;

/// <summary>What the tests of notices do with a server. It sends only when a test says so.</summary>
internal static class NoticeServers
{
    /// <summary>The secret of every webhook of the tests.</summary>
    public const string Secret = "0123456789abcdef0123";

    /// <summary>Settings of a server that sends nothing by itself.</summary>
    public static readonly (string Name, string Value)[] Quiet = [("Notices:SendEverySeconds", "0")];

    /// <summary>Settings of a server whose events go to a receiver, with phone numbers unless told otherwise.</summary>
    public static (string Name, string Value)[] To(WebhookReceiver receiver, bool includePhone = true) =>
        [.. Quiet, ("Webhook:Url", receiver.Url), ("Webhook:Secret", Secret), ("Webhook:IncludePhone", includePhone ? "true" : "false")];

    /// <summary>Settings of a server that writes to the office.</summary>
    public static (string Name, string Value)[] To(SmtpServer server, string to = "office@example.com") =>
        [.. Quiet, ("Smtp:Host", "127.0.0.1"), ("Smtp:Port", $"{server.Port}"), ("Smtp:Security", "none"), ("Smtp:From", "portal@example.com"), ("Smtp:To", to)];

    /// <summary>Sends what is due; answers how many notices were brought a step on.</summary>
    public static Task<int> SendAsync(this ApiServer server) => server.Services.GetRequiredService<NoticeSender>().SendDueAsync(CancellationToken.None);

    /// <summary>Writes the office's mails that are due.</summary>
    public static Task LookAroundAsync(this ApiServer server) => server.Services.GetRequiredService<NoticeSender>().LookAroundAsync(CancellationToken.None);

    /// <summary>Moves the clock to a minute in Jizhou.</summary>
    public static void Set(this SettableClock clock, string minute) => clock.Set(DateTimeOffset.Parse(minute + " +08:00", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>What the dispatcher's postponing does to one booking.</summary>
    public static async Task PostponeAsync(this ApiServer server, JsonElement booked, string slot)
    {
        var desk = server.Services.GetRequiredService<BookingDesk>();
        Assert.True(SlotId.TryParse(slot, out var to));
        var reference = ReferenceOf(booked);
        Assert.NotNull(await desk.Database.WriteAsync(
            async tx =>
            {
                await Gate.PassAsync(tx, desk.Database.Dialect, "address " + (await BookingStore.FindAsync(tx.Connection!, reference, tx))!.AddressKey);
                return await MoveBooking.PostponeToAsync(tx, reference, to, "dispatcher", "snow", desk);
            },
            CancellationToken.None));
    }

    /// <summary>Brings a booking into a state, as dispatcher and crew do, through the one door.</summary>
    public static async Task ChangeStateAsync(this ApiServer server, JsonElement booked, string state, string by, string? reason = null)
    {
        var desk = server.Services.GetRequiredService<BookingDesk>();
        await desk.Database.WriteAsync(
            async tx =>
            {
                var before = (await BookingStore.FindAsync(tx.Connection!, ReferenceOf(booked), tx))!;
                var after = await BookingStore.ChangeStateAsync(tx, before, BookingState.Open, state, by, desk.Clock.Now, reason);
                await desk.Changes.NoteAsync(tx, new BookingChange(before, after!, state, by, desk.Clock.Now, reason));
            },
            CancellationToken.None);
    }

    /// <summary>Moves a booking as its resident.</summary>
    public static async Task AmendAsync(this Resident resident, JsonElement booked, string slot)
    {
        using var answer = await resident.ManageAsync(HttpMethod.Patch, booked.GetProperty("reference").GetString()!, booked.GetProperty("manageToken").GetString(), new { slot });
        await Resident.Expect(answer, HttpStatusCode.OK);
    }

    /// <summary>Cancels a booking as its resident.</summary>
    public static async Task CancelledAsync(this Resident resident, JsonElement booked)
    {
        using var answer = await resident.CancelAsync(booked);
        await Resident.Expect(answer, HttpStatusCode.OK);
    }

    /// <summary>The stored form of its number.</summary>
    public static string ReferenceOf(JsonElement booked) => booked.GetProperty("reference").GetString()!.Replace("-", "", StringComparison.Ordinal);

    /// <summary>The label of a booking.</summary>
    public static string LabelOf(JsonElement booked) => booked.GetProperty("label").GetString()!;
}
