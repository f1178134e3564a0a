using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Jizhou.Public.Api.Platform.Notices;
using Jizhou.Public.Api.Platform.Notices.Smtp;

namespace Jizhou.Public.ApiTests.Platform.Notices;

/// <summary>Mails to the office, read back by another program's parser.</summary>
public sealed class SmtpChannelTests : IDisposable
{
    private const string Subject = "【示例】今天要打 12 个电话，𠮷野家的沙发等 3 件改期，请在上午十点以前打完";
    private readonly string _folder = Directory.CreateTempSubdirectory("jizhou-smtp-").FullName;
    private readonly SettableClock _clock = new(new DateTimeOffset(2026, 12, 1, 7, 30, 0, TimeSpan.FromHours(8)));

    [Fact]
    public async Task A_mail_arrives_with_every_character_and_one_message_id_for_all_attempts()
    {
        using var server = await SmtpServer.StartedAsync();
        var channel = Channel(server.Port, SmtpSecurity.None, to: ["office@example.com", "round@example.com"]);
        Assert.Equal(Delivery.Sent, await channel.SendAsync("0123abcd", Subject, "第一行\n.\n…三行", CancellationToken.None));
        Assert.Equal(Delivery.Sent, await channel.SendAsync("0123abcd", Subject, "再来", CancellationToken.None));

        var mail = server.Mail();
        Assert.Equal(Subject, mail.GetProperty("subject").GetString());
        Assert.Equal("第一行\n.\n…三行", mail.GetProperty("text").GetString()!.ReplaceLineEndings("\n"));
        Assert.Equal("sender@example.com", mail.GetProperty("from").GetString());
        Assert.Equal(2, mail.GetProperty("to").GetArrayLength());
        Assert.Equal("Mon, 30 Nov 2026 23:30:00 +0000", mail.GetProperty("date").GetString());
        Assert.Equal(0, mail.GetProperty("defects").GetArrayLength());
        Assert.InRange(mail.GetProperty("longest").GetInt32(), 1, 78);
        Assert.Equal("<0123abcd@example.com>", mail.GetProperty("id").GetString());
        Assert.Equal("<0123abcd@example.com>", server.Mail().GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_subject_cannot_add_a_line_to_the_head()
    {
        using var server = await SmtpServer.StartedAsync();
        await Channel(server.Port, SmtpSecurity.None).SendAsync("1", "今天\r\nBcc: thief@example.com\r\n\r\n正文", "x", CancellationToken.None);
        var mail = server.Mail();
        Assert.DoesNotContain("Bcc", mail.GetProperty("headers").EnumerateArray().Select(h => h.GetString()));
        Assert.Equal("今天  Bcc: thief@example.com    正文", mail.GetProperty("subject").GetString());
    }

    [Theory]
    [InlineData("later@example.com", DeliveryOutcome.Later, "451")]
    [InlineData("never@example.com", DeliveryOutcome.Never, "550")]
    public async Task A_4xx_is_tried_again_and_a_5xx_is_not(string receiver, DeliveryOutcome expected, string code)
    {
        using var server = await SmtpServer.StartedAsync();
        var delivery = await Channel(server.Port, SmtpSecurity.None, to: [receiver]).SendAsync("1", "a", "b", CancellationToken.None);
        Assert.Equal(expected, delivery.Outcome);
        Assert.Contains(code, delivery.Problem, StringComparison.Ordinal);
        Assert.True(server.IsEmpty);
    }

    [Fact]
    public async Task Of_several_receivers_those_who_exist_get_it()
    {
        using var server = await SmtpServer.StartedAsync();
        var delivery = await Channel(server.Port, SmtpSecurity.None, to: ["never@example.com", "office@example.com"]).SendAsync("1", "a", "b", CancellationToken.None);
        Assert.Equal(DeliveryOutcome.Sent, delivery.Outcome);
        Assert.Contains("1 个收件人", delivery.Problem, StringComparison.Ordinal);
        Assert.Equal("office@example.com", server.Mail().GetProperty("to")[0].GetString());
    }

    [Theory]
    [InlineData("--tls", SmtpSecurity.Tls)]
    [InlineData("--starttls", SmtpSecurity.StartTls)]
    public async Task Encrypted_and_signed_in_with_a_password_that_only_the_right_server_gets(string how, SmtpSecurity security)
    {
        var trusted = WriteCertificate();
        using var server = await SmtpServer.StartedAsync(how, Path.Combine(_folder, "cert.pem"), Path.Combine(_folder, "key.pem"), "--login", "office", "密码 p@ss");
        var channel = Channel(server.Port, security, trust: (_, certificate, _, _) => certificate!.GetCertHashString() == trusted, user: "office");
        Assert.Equal(Delivery.Sent, await channel.SendAsync("1", Subject, "b", CancellationToken.None));
        var mail = server.Mail();
        Assert.True(mail.GetProperty("encrypted").GetBoolean() || security == SmtpSecurity.Tls); // aiosmtpd marks the session only after STARTTLS
        Assert.Equal("office", mail.GetProperty("user").GetString());

        var untrusted = await Channel(server.Port, security, user: "office").SendAsync("1", "a", "b", CancellationToken.None);
        Assert.Equal(DeliveryOutcome.Later, untrusted.Outcome);
        Assert.Contains("证书", untrusted.Problem, StringComparison.Ordinal);

        var wrong = await Channel(server.Port, security, trust: (_, certificate, _, _) => certificate!.GetCertHashString() == trusted, user: "nobody").SendAsync("1", "a", "b", CancellationToken.None);
        Assert.Equal((DeliveryOutcome.Later, "邮件服务器在 AUTH 时回答 535"), (wrong.Outcome, wrong.Problem));
        Assert.True(server.IsEmpty);
    }

    [Fact]
    public async Task A_server_that_offers_no_encryption_gets_nothing_when_encryption_is_set()
    {
        using var server = await SmtpServer.StartedAsync();
        var delivery = await Channel(server.Port, SmtpSecurity.StartTls).SendAsync("1", "a", "b", CancellationToken.None);
        Assert.Equal(DeliveryOutcome.Later, delivery.Outcome);
        Assert.True(server.IsEmpty);
    }

    [Theory]
    [InlineData("nonsense\r\n")]
    [InlineData("220-a\r\n220-b\r\n")]
    [InlineData("")]
    [InlineData("220 hi\r\n250 hi\r\n220 go on\r\n250 slipped in before the encryption\r\n")]
    public async Task Something_that_is_no_mail_server_is_an_answer_not_a_crash(string says)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var talk = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(says));
            client.Client.Shutdown(SocketShutdown.Send);
            await stream.CopyToAsync(Stream.Null);
        });
        var delivery = await Channel(((IPEndPoint)listener.LocalEndpoint).Port, SmtpSecurity.StartTls).SendAsync("1", "a", "b", CancellationToken.None);
        Assert.Equal(DeliveryOutcome.Later, delivery.Outcome);
        await talk;
    }

    [Fact]
    public async Task Nobody_there_is_tried_again()
        => Assert.Equal(DeliveryOutcome.Later, (await Channel(Hosting.ServerProcess.FreePort(), SmtpSecurity.None).SendAsync("1", "a", "b", CancellationToken.None)).Outcome);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private SmtpChannel Channel(int port, SmtpSecurity security, string[]? to = null, RemoteCertificateValidationCallback? trust = null, string user = "") => new(
        new SmtpSettings("127.0.0.1", port, security, user, user.Length > 0 ? "密码 p@ss" : "", "sender@example.com", to ?? ["office@example.com"]), _clock, trust);

    private string WriteCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        File.WriteAllText(Path.Combine(_folder, "cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        return certificate.GetCertHashString();
    }
}
