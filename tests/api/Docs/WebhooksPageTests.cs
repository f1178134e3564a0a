using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jizhou.Public.Api.Bookings.Notices.Outbox;
using Jizhou.Public.Api.Platform.Http;
using Jizhou.Public.Api.Platform.Notices;
using Jizhou.Public.Api.Platform.Notices.Webhook;
using Jizhou.Public.Content;

namespace Jizhou.Public.ApiTests.Docs;

/// <summary>The receiver printed on /data/developers/webhooks/ is run as it is printed, and what the page says of an event is what is sent.</summary>
public sealed partial class WebhooksPageTests : IDisposable
{
    private const string Secret = "a secret of the page's test";
    private readonly string _folder = Directory.CreateTempSubdirectory("jizhou-webhook-").FullName;

    [Fact]
    public async Task The_printed_receiver_takes_what_we_sign_once_and_nothing_else()
    {
        var file = Path.Combine(_folder, "receiver.py");
        await File.WriteAllTextAsync(file, Fence("python"));
        using var receiver = Process.Start(new ProcessStartInfo("python3", [file])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["SECRET"] = Secret },
        })!;
        try
        {
            var port = int.Parse((await receiver.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
            using var http = WebhookChannel.NewClient();
            var body = Encoding.UTF8.GetBytes(Fence("json"));
            var id = JsonDocument.Parse(body).RootElement.GetProperty("id").GetString()!;
            Assert.Equal(Delivery.Sent, await Channel(http, port, Secret).SendAsync(id, body, CancellationToken.None));
            Assert.Equal(Delivery.Sent, await Channel(http, port, Secret).SendAsync(id, body, CancellationToken.None)); // told once
            Assert.Equal("对方回答 401", (await Channel(http, port, "another secret than theirs").SendAsync(id, body, CancellationToken.None)).Problem);
            Assert.Equal("对方回答 401", (await Channel(http, port, Secret, new SettableClock(TimeProvider.System.GetUtcNow().AddMinutes(-6))).SendAsync(id, body, CancellationToken.None)).Problem);

            receiver.Kill();
            Assert.Equal("booking.reminder 13900000000 " + JsonDocument.Parse(body).RootElement.GetProperty("text").GetString(), (await receiver.StandardOutput.ReadToEndAsync()).Trim());
        }
        finally
        {
            receiver.Kill();
            await receiver.WaitForExitAsync();
        }
    }

    [Fact]
    public void The_printed_event_has_exactly_the_fields_of_one_that_is_sent()
    {
        var printed = JsonSerializer.Deserialize<EventBody>(Fence("json"), JsonForm.Options)!;
        Assert.Equal(JsonDocument.Parse(Fence("json")).RootElement.EnumerateObject().Select(p => p.Name), JsonDocument.Parse(printed.ToJson()).RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Contains($"试 {BackOff.MostAttempts} 次", DeveloperPages.Read("webhooks"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_event_that_has_words_is_named()
    {
        var book = ContentFolder.Load(Path.Combine(Repository.Root, "content")).Notices!;
        var events = book.Templates.Select(t => t.Code).Where(code => code != "waiting").ToList();
        Assert.NotEmpty(events);
        Assert.Contains($"{book.RemindAt.Hour} 点到 {book.RemindUntil.Hour} 点", DeveloperPages.Read("webhooks"), StringComparison.Ordinal);
        Assert.All(events, one => Assert.Contains($"`booking.{one}`", DeveloperPages.Read("webhooks"), StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static WebhookChannel Channel(HttpClient http, int port, string secret, TimeProvider? clock = null) => new(
        http, new WebhookSettings(new Uri($"http://127.0.0.1:{port}/"), Encoding.UTF8.GetBytes(secret), true, TimeSpan.FromSeconds(20)), clock ?? TimeProvider.System);

    private static string Fence(string language) => Fences().Matches(DeveloperPages.Read("webhooks")).Single(m => m.Groups["language"].Value == language).Groups["code"].Value;

    [GeneratedRegex(@"^```(?<language>[a-z]+)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fences();
}
