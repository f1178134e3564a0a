using Jizhou.Public.Api.Platform.Hosting;
using Jizhou.Public.Api.Platform.Notices.Smtp;
using Jizhou.Public.Api.Platform.Notices.Webhook;
using Microsoft.Extensions.Configuration;

namespace Jizhou.Public.ApiTests.Platform.Notices;

/// <summary>Settings that would send in clear text, or to nobody, are refused at the start, and no secret stands in the refusal.</summary>
public sealed class NoticeSettingsTests
{
    private const string Secret = "0123456789abcdef";

    [Fact]
    public void Nothing_set_is_no_channel()
    {
        Assert.Null(WebhookSettings.Of(Configuration()));
        Assert.Null(SmtpSettings.Of(Configuration()));
    }

    [Theory]
    [InlineData("https://gateway.example.com/hook", "false")]
    [InlineData("http://127.0.0.1:8080/hook", "false")]
    [InlineData("http://[::1]/hook", "false")]
    [InlineData("http://localhost/hook", "false")]
    [InlineData("http://10.0.0.7/hook", "true")]
    public void An_address_that_is_safe_or_allowed(string url, string allowHttp)
        => Assert.Equal(new Uri(url), WebhookSettings.Of(Configuration(("Webhook:Url", url), ("Webhook:Secret", Secret), ("Webhook:AllowHttp", allowHttp)))!.Url);

    [Theory]
    [InlineData("http://10.0.0.7/hook", Secret, "Webhook:Url")]
    [InlineData("ftp://example.com/", Secret, "Webhook:Url")]
    [InlineData("/hook", Secret, "Webhook:Url")]
    [InlineData("https://user:pass@example.com/", Secret, "Webhook:Url")]
    [InlineData("https://example.com/", "", "Webhook:Secret")]
    [InlineData("https://example.com/", "short-secret", "Webhook:Secret")]
    [InlineData("https://example.com/", "whsec_short", "Webhook:Secret")]
    public void An_address_or_secret_that_is_not(string url, string secret, string named)
    {
        var refusal = Assert.Throws<StartFailedException>(() => WebhookSettings.Of(Configuration(("Webhook:Url", url), ("Webhook:Secret", secret))));
        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("short-secret", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_in_the_form_of_the_specification_is_decoded()
        => Assert.Equal(Enumerable.Range(0, 24).Select(i => (byte)i), WebhookSettings.Of(Configuration(
            ("Webhook:Url", "https://example.com/"), ("Webhook:Secret", "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX")))!.Key);

    [Theory]
    [InlineData("tls", "", 465)]
    [InlineData("starttls", "", 587)]
    [InlineData("none", "", 25)]
    [InlineData("tls", "1465", 1465)]
    public void The_port_follows_the_encryption(string security, string port, int expected)
        => Assert.Equal(expected, SmtpSettings.Of(Mail(("Smtp:Security", security), ("Smtp:Port", port)))!.Port);

    [Theory]
    [InlineData("Smtp:From", "nobody")]
    [InlineData("Smtp:From", "a@b.c\r\nRCPT TO:<x@y.z>")]
    [InlineData("Smtp:To", "")]
    [InlineData("Smtp:To", "office@example.com, 办公室")]
    [InlineData("Smtp:Security", "ssl")]
    [InlineData("Smtp:Port", "70000")]
    [InlineData("Smtp:Host", "two words")]
    public void Mail_settings_that_cannot_be_right(string name, string value)
        => Assert.Contains(name, Assert.Throws<StartFailedException>(() => SmtpSettings.Of(Mail((name, value)))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_password_never_crosses_a_network_in_clear_text()
    {
        Assert.Throws<StartFailedException>(() => SmtpSettings.Of(Mail(("Smtp:Security", "none"), ("Smtp:User", "office"))));
        Assert.NotNull(SmtpSettings.Of(Mail(("Smtp:Security", "none"), ("Smtp:User", "office"), ("Smtp:Host", "127.0.0.1"))));
    }

    private static IConfiguration Mail(params (string Name, string Value)[] changed) => Configuration(
        [("Smtp:Host", "mail.example.com"), ("Smtp:From", "sender@example.com"), ("Smtp:To", "office@example.com, round@example.com"), .. changed]);

    private static IConfiguration Configuration(params (string Name, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>();
        foreach (var (name, value) in settings)
        {
            values[name] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(values).Build();
    }
}
