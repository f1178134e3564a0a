using System.Security.Cryptography;
using System.Text;
using Jizhou.Public.Api.Platform.Notices;
using Jizhou.Public.Api.Platform.Notices.Webhook;

namespace Jizhou.Public.ApiTests.Platform.Notices;

/// <summary>Events over real HTTP: signature, answers, patience.</summary>
public sealed class WebhookChannelTests : IAsyncLifetime, IDisposable
{
    private static readonly byte[] Key = Encoding.UTF8.GetBytes("a secret of the tests only");
    private readonly SettableClock _clock = new(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(8)));
    private readonly HttpClient _http = WebhookChannel.NewClient();
    private WebhookReceiver _receiver = null!;

    [Fact]
    public async Task The_signature_covers_id_second_and_body()
    {
        var body = Encoding.UTF8.GetBytes("""{"text":"明天上午来收"}""");
        Assert.Equal(Delivery.Sent, await Channel().SendAsync("abc", body, CancellationToken.None));

        var hook = Assert.Single(_receiver.Hooks);
        Assert.Equal("/hook", hook.Path);
        Assert.Equal(body, hook.Body);
        Assert.Equal("application/json; charset=utf-8", hook.Headers["content-type"]);
        Assert.Equal("abc", hook.Headers["webhook-id"]);
        Assert.Equal("1796086800", hook.Headers["webhook-timestamp"]);
        var expected = HMACSHA256.HashData(Key, (byte[])[.. Encoding.UTF8.GetBytes("abc.1796086800."), .. body]);
        Assert.Equal("v1," + Convert.ToBase64String(expected), hook.Headers["webhook-signature"]);
    }

    [Theory]
    [InlineData(200, DeliveryOutcome.Sent)]
    [InlineData(204, DeliveryOutcome.Sent)]
    [InlineData(302, DeliveryOutcome.Later)] // never followed: the signed body is for this address alone
    [InlineData(400, DeliveryOutcome.Later)]
    [InlineData(410, DeliveryOutcome.Never)]
    [InlineData(429, DeliveryOutcome.Later)]
    [InlineData(503, DeliveryOutcome.Later)]
    public async Task The_answer_decides(int status, DeliveryOutcome expected)
    {
        _receiver.Answer = http =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        };
        Assert.Equal(expected, (await Channel().SendAsync("1", [], CancellationToken.None)).Outcome);
        Assert.Single(_receiver.Hooks);
    }

    [Theory]
    [InlineData("120")]
    [InlineData("Tue, 01 Dec 2026 01:02:00 GMT")]
    public async Task A_receiver_may_say_how_long_to_wait(string header)
    {
        _receiver.Refuse(503, header);
        Assert.Equal(TimeSpan.FromMinutes(2), (await Channel().SendAsync("1", [], CancellationToken.None)).RetryAfter);
    }

    [Fact]
    public async Task A_receiver_that_does_not_answer_is_left_after_the_time_out()
    {
        _receiver.Answer = http => Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        var delivery = await Channel(TimeSpan.FromMilliseconds(200)).SendAsync("1", [], CancellationToken.None);
        Assert.Equal(DeliveryOutcome.Later, delivery.Outcome);
    }

    [Fact]
    public async Task Nobody_there_is_tried_again()
    {
        var settings = new WebhookSettings(new Uri($"http://127.0.0.1:{Hosting.ServerProcess.FreePort()}/"), Key, false, TimeSpan.FromSeconds(5));
        Assert.Equal(DeliveryOutcome.Later, (await new WebhookChannel(_http, settings, _clock).SendAsync("1", [], CancellationToken.None)).Outcome);
    }

    public async Task InitializeAsync() => _receiver = await WebhookReceiver.StartedAsync();

    public async Task DisposeAsync() => await _receiver.DisposeAsync();

    public void Dispose() => _http.Dispose();

    private WebhookChannel Channel(TimeSpan? timeout = null) =>
        new(_http, new WebhookSettings(new Uri(_receiver.Url), Key, false, timeout ?? TimeSpan.FromSeconds(20)), _clock);
}
